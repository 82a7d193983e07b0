package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.NewRecord;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.auditlog.StoredBytes;
import io.barograph.service.past.CondensedPast;
import io.barograph.service.past.CondensedPasts;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The decisions ever answered. They are added and read, never changed. */
@Component
public class DecisionStore {

    private static final String INSERT = """
            insert into decision (decision_id, leaf_index, account_id, as_of, decided_at, caller, stateless, status,
              model_version, model_digest, segment, tier, overall, overall_band, past)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT =
            "select d.decision_id, d.decided_at, d.stateless, e.leaf_index, e.leaf_hash, e.record"
                    + " from decision d join log_entry e on e.leaf_index = d.leaf_index ";

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final LatestDecisions latest;
    private final IdempotencyKeys keys;
    private final AccountKeys accountKeys;
    private final CondensedPasts condensed;

    DecisionStore(
            JdbcClient client,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            AuditLog log,
            LatestDecisions latest,
            IdempotencyKeys keys,
            AccountKeys accountKeys,
            CondensedPasts condensed) {
        this.client = client;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.latest = latest;
        this.keys = keys;
        this.accountKeys = accountKeys;
        this.condensed = condensed;
    }

    /**
     * Keeps all of them, or none when it throws.
     *
     * @throws org.springframework.dao.DuplicateKeyException when an idempotency key is taken
     * @throws io.barograph.service.privacy.KeysErasedException when a key that one is sealed with was erased meanwhile
     */
    void append(List<AnsweredDecision> answered) {
        transaction.executeWithoutResult(status -> {
            long first = log.append(answered.stream()
                    .map(decision -> NewRecord.decision(decision.id(), decision.decidedAt(), decision.record()))
                    .toList());
            List<LoggedDecision> logged = new ArrayList<>();
            for (AnsweredDecision decision : answered) {
                logged.add(new LoggedDecision(first + logged.size(), decision));
            }
            template.batchUpdate(
                    INSERT, logged.stream().map(DecisionStore::columns).toList());
            accountKeys.keep(answered.stream()
                    .flatMap(decision -> Stream.ofNullable(decision.key()))
                    .toList());
            keys.add(answered);
            keepPasts(answered);
            latest.update(logged);
        });
    }

    private void keepPasts(List<AnsweredDecision> answered) {
        List<CondensedPast> pasts = answered.stream()
                .flatMap(decision -> Stream.ofNullable(decision.condensed()))
                .toList();
        if (!pasts.isEmpty()) {
            condensed.keep(pasts, log.retired());
        }
    }

    /** The decision of that id, if it was ever answered. */
    public Optional<StoredDecision> find(UUID id) {
        return client.sql(SELECT + "where e.record_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The latest decision of an account as of a day or earlier, those from what was sent alone aside. */
    Optional<StoredDecision> latest(String accountId, LocalDate asOf) {
        return client.sql(SELECT + "where d.account_id = ? and not d.stateless and d.as_of <= ?"
                        + " order by d.as_of desc, d.leaf_index desc fetch first 1 row only")
                .params(accountId, asOf)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The decision a caller names; a problem when there is none. */
    public StoredDecision known(String id) {
        Optional<UUID> parsed = RecordIds.parse(id);
        return parsed.flatMap(this::find)
                .orElseThrow(() -> parsed.isPresent() && log.holds(parsed.get())
                        ? new Problem(
                                ProblemType.GONE,
                                "decision `" + id + "` was taken away by age; `/api/v1/audit/retention` tells when, and"
                                        + " `/api/v1/decisions/" + id + "/proof` still proves that it was there")
                        : new Problem(
                                ProblemType.NOT_FOUND,
                                "there is no decision `" + id + "`; the `decision_id` of an answer names one"));
    }

    private static StoredDecision read(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("record");
        StoredBytes.require(row.getLong("leaf_index"), row.getBytes("leaf_hash"), bytes);
        return new StoredDecision(
                row.getObject("decision_id", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("stateless"),
                bytes);
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private static Object[] columns(LoggedDecision logged) {
        AnsweredDecision answered = logged.answered();
        Decision decision = answered.decision();
        return new Object[] {
            answered.id(),
            logged.index(),
            decision.accountId(),
            decision.asOf(),
            timestamp(answered.decidedAt()),
            answered.caller(),
            answered.stateless(),
            decision.status().label(),
            decision.model().version(),
            decision.model().digest(),
            decision.segment(),
            decision.tier(),
            decision.overall(),
            decision.overallBand(),
            answered.past()
        };
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
