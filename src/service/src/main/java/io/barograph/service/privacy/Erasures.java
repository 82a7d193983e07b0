package io.barograph.service.privacy;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.NewRecord;
import io.barograph.service.security.Principal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases accounts by deleting their keys, and knows which were erased. */
@Component
class Erasures {

    private static final String SEALED = """
        select e.record from decision d join log_entry e on e.leaf_index = d.leaf_index
        where d.account_id = ? and d.leaf_index >= ? and d.leaf_index < ? and e.record is not null
        """;

    private final JdbcClient client;
    private final AccountKeys keys;
    private final AuditLog log;
    private final LogRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasures(
            JdbcClient client,
            AccountKeys keys,
            AuditLog log,
            LogRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.client = client;
        this.keys = keys;
        this.log = log;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Deletes the keys and records it, in one transaction. Most of the counting is done before, since nobody can decide
     * anything until the lock of the log is free again.
     *
     * @param requestedBy whose wish it is, in the words of the caller
     * @param caller who does it
     * @return empty when the account has no keys: then nothing is recorded
     */
    Optional<Erasure> erase(String accountId, String reason, String requestedBy, Principal caller) {
        Set<String> before = ids(accountId);
        long counted = log.size();
        long records = before.isEmpty() ? 0 : sealed(accountId, 0, counted, before);
        return Objects.requireNonNull(transaction.execute(status -> {
            long size = log.sequence().size();
            List<String> erased = keys.erase(accountId);
            if (erased.isEmpty()) {
                return Optional.<Erasure>empty();
            }
            Set<String> now = Set.copyOf(erased);
            long all = now.equals(before)
                    ? records + sealed(accountId, counted, size, now)
                    : sealed(accountId, 0, size, now);
            EventRecord event = new EventRecord(
                    UUID.randomUUID(),
                    EventRecord.ERASURE,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    caller.id(),
                    Map.of(
                            "account_id",
                            accountId,
                            "keys",
                            erased,
                            "records",
                            BigDecimal.valueOf(all),
                            "reason",
                            reason,
                            "requested_by",
                            requestedBy));
            log.append(List.of(NewRecord.event(event, accountId)));
            return Optional.of(Erasure.of(event));
        }));
    }

    /** In the order of the log. */
    List<Erasure> of(String accountId) {
        return rows.events(EventRecord.ERASURE, accountId).stream()
                .map(entry -> Objects.requireNonNull(entry.record(), "events are never retired"))
                .map(EventRecord::read)
                .map(Erasure::of)
                .toList();
    }

    private Set<String> ids(String accountId) {
        return keys.of(List.of(accountId)).stream()
                .map(key -> key.key().id())
                .collect(java.util.stream.Collectors.toSet());
    }

    /** How many decision records of an account, from one index of the log up to another, these keys sealed. */
    private long sealed(String accountId, long from, long to, Set<String> keyIds) {
        long[] count = {0};
        client.sql(SEALED).params(accountId, from, to).query(row -> {
            boolean mine = StoredRecord.of(row.getBytes(1))
                    .keyId()
                    .filter(keyIds::contains)
                    .isPresent();
            count[0] += mine ? 1 : 0;
        });
        return count[0];
    }
}
