package io.barograph.service.auditlog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of one instance of the service on a test's database and folder of keys, put together as the service does. */
final class LogInstance {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    final LogState state = new LogState();
    final LogRows rows;
    final CheckpointRows checkpointRows;
    final StoredTree tree;
    final AuditLog log;
    final Checkpoints checkpoints;
    final Proofs proofs;
    final TransactionTemplate transaction;
    private final LogStart start;

    LogInstance(DataSource database, Path keys) {
        this(database, new LogProperties(keys, null, "barograph.example/test", 2000));
    }

    LogInstance(DataSource database, LogProperties properties) {
        JdbcClient client = JdbcClient.create(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        SigningKeys keys = new SigningKeys(properties);
        LastSigned lastSigned = new LastSigned(properties);
        rows = new LogRows(client, new JdbcTemplate(database));
        checkpointRows = new CheckpointRows(client);
        tree = new StoredTree(rows);
        log = new AuditLog(rows, tree, state);
        checkpoints = new Checkpoints(log, rows, checkpointRows, keys, lastSigned, state, transactions, CLOCK);
        proofs = new Proofs(rows, tree, checkpoints, state);
        transaction = new TransactionTemplate(transactions);
        start = new LogStart(
                log,
                rows,
                checkpoints,
                keys,
                new TailCheck(rows, tree, checkpointRows, lastSigned, properties),
                state,
                properties,
                transactions,
                event -> {},
                CLOCK);
    }

    LogInstance opened() {
        start.afterSingletonsInstantiated();
        return this;
    }

    /** What was found to be wrong with the log; null when nothing was. */
    @Nullable Object damage() {
        return state.health().getDetails().get("damage");
    }

    long append(List<NewRecord> records) {
        return Objects.requireNonNull(transaction.execute(status -> log.append(records)));
    }

    /** Adds small records until the log has so many. */
    void grow(long size, int atOnce) {
        for (long next = rows.size(); next < size; next = rows.size()) {
            append(some((int) Math.min(atOnce, size - next)));
        }
    }

    static List<NewRecord> some(int count) {
        List<NewRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            records.add(NewRecord.decision(id, CLOCK.instant(), id.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return records;
    }
}
