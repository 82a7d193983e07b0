package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.service.privacy.Sealing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, for each account, the columns of its latest decision by as-of date, for lists of accounts. */
@Component
class LatestDecisions {

    private static final Comparator<LoggedDecision> BY_DATE = Comparator.<LoggedDecision, LocalDate>comparing(
                    logged -> logged.answered().decision().asOf())
            .thenComparing(LoggedDecision::index);

    private static final String UPDATE = """
            update account set decision_id = ?, leaf_index = ?, as_of = ?, decided_at = ?, status = ?, segment = ?, tier = ?,
              overall = ?, overall_band = ?, reason = ?
            where account_id = ?
            """;

    private static final String INSERT = """
            insert into account (decision_id, leaf_index, as_of, decided_at, status, segment, tier, overall, overall_band, reason,
              account_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Known(long index, LocalDate asOf) {

        boolean olderThan(LoggedDecision logged) {
            int dates = asOf.compareTo(logged.answered().decision().asOf());
            return dates < 0 || (dates == 0 && index < logged.index());
        }
    }

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final Sealing sealing;

    LatestDecisions(JdbcClient client, JdbcTemplate template, Sealing sealing) {
        this.client = client;
        this.template = template;
        this.sealing = sealing;
    }

    /** To be called by whoever holds the lock of the log, so that nobody else changes an account at the same moment. */
    void update(List<LoggedDecision> logged) {
        Map<String, LoggedDecision> newest = new TreeMap<>();
        for (LoggedDecision decision : logged) {
            if (!decision.answered().stateless()) {
                newest.merge(decision.answered().decision().accountId(), decision, BinaryOperator.maxBy(BY_DATE));
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        Map<String, Known> known = known(newest);
        List<LoggedDecision> changed = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        newest.forEach((account, decision) -> {
            Known before = known.get(account);
            if (before == null || before.olderThan(decision)) {
                changed.add(decision);
                (before == null ? inserts : updates).add(columns(decision));
            }
        });
        batch(INSERT, inserts);
        batch(UPDATE, updates);
        replaceFlags(changed, known);
    }

    private Map<String, Known> known(Map<String, LoggedDecision> newest) {
        Map<String, Known> known = new TreeMap<>();
        client.sql("select account_id, leaf_index, as_of from account where account_id in (:accounts)")
                .param("accounts", newest.keySet())
                .query(row -> {
                    known.put(
                            row.getString("account_id"),
                            new Known(row.getLong("leaf_index"), row.getObject("as_of", LocalDate.class)));
                });
        return known;
    }

    private void replaceFlags(List<LoggedDecision> changed, Map<String, Known> known) {
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> raised = new ArrayList<>();
        for (LoggedDecision logged : changed) {
            Decision decision = logged.answered().decision();
            if (known.containsKey(decision.accountId())) {
                gone.add(new Object[] {decision.accountId()});
            }
            decision.flags().stream()
                    .map(RaisedFlag::flag)
                    .distinct()
                    .forEach(flag -> raised.add(new Object[] {flag, decision.accountId()}));
        }
        batch("delete from account_flag where account_id = ?", gone);
        batch("insert into account_flag (flag, account_id) values (?, ?)", raised);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            template.batchUpdate(sql, rows);
        }
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private Object[] columns(LoggedDecision logged) {
        AnsweredDecision answered = logged.answered();
        Decision decision = answered.decision();
        return new Object[] {
            answered.id(),
            logged.index(),
            decision.asOf(),
            DecisionStore.timestamp(answered.decidedAt()),
            decision.status().label(),
            decision.segment(),
            decision.tier(),
            decision.overall(),
            decision.overallBand(),
            Reason.of(decision, sealing.sealer()),
            decision.accountId()
        };
    }
}
