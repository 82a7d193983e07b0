package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The decisions ever answered. They are added and read, never changed. */
@Component
public class DecisionStore {

    private static final String INSERT = """
            insert into decision (decision_id, account_id, as_of, decided_at, stateless, status, model_version,
              model_digest, segment, tier, overall, overall_band, record)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = "select decision_id, decided_at, stateless, record from decision ";

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final History history;
    private final LatestDecisions latest;
    private final IdempotencyKeys keys;

    DecisionStore(
            JdbcClient client,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            History history,
            LatestDecisions latest,
            IdempotencyKeys keys) {
        this.client = client;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        this.history = history;
        this.latest = latest;
        this.keys = keys;
    }

    /**
     * Keeps all of them, or none when it throws.
     *
     * @throws org.springframework.dao.DuplicateKeyException when an idempotency key is taken, or someone else added an
     *     account at the same moment
     */
    void append(List<AnsweredDecision> answered) {
        transaction.executeWithoutResult(status -> {
            template.batchUpdate(
                    INSERT, answered.stream().map(DecisionStore::columns).toList());
            keys.add(answered);
            history.add(answered);
            latest.update(
                    answered.stream().filter(decision -> !decision.stateless()).toList());
        });
    }

    /** The decision of that id, if it was ever answered. */
    public Optional<StoredDecision> find(UUID id) {
        return client.sql(SELECT + "where decision_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The latest decision of an account as of a day or earlier, those from what was sent alone aside. */
    Optional<StoredDecision> latest(String accountId, LocalDate asOf) {
        return client.sql(SELECT + "where account_id = ? and not stateless and as_of <= ?"
                        + " order by as_of desc, decision_id desc fetch first 1 row only")
                .params(accountId, asOf)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The decision a caller names; a problem when there is none. */
    StoredDecision known(String id) {
        return DecisionIds.parse(id)
                .flatMap(this::find)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no decision `" + id + "`; the `decision_id` of an answer names one"));
    }

    private static StoredDecision read(ResultSet row) throws SQLException {
        return new StoredDecision(
                row.getObject("decision_id", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("stateless"),
                row.getBytes("record"));
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private static Object[] columns(AnsweredDecision answered) {
        Decision decision = answered.decision();
        return new Object[] {
            answered.id(),
            decision.accountId(),
            decision.asOf(),
            timestamp(answered.decidedAt()),
            answered.stateless(),
            decision.status().label(),
            decision.model().version(),
            decision.model().digest(),
            decision.segment(),
            decision.tier(),
            decision.overall(),
            decision.overallBand(),
            answered.record()
        };
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
