package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.RaisedFlag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, for each account, the columns of its latest decision by as-of date, for lists of accounts. */
@Component
class LatestDecisions {

    private static final Comparator<AnsweredDecision> BY_DATE = Comparator.<AnsweredDecision, LocalDate>comparing(
                    answered -> answered.decision().asOf())
            .thenComparing(AnsweredDecision::id);

    private static final String UPDATE = """
            update account set decision_id = ?, as_of = ?, decided_at = ?, status = ?, segment = ?, tier = ?,
              overall = ?, overall_band = ?, reason = ?
            where account_id = ?
            """;

    private static final String INSERT = """
            insert into account (decision_id, as_of, decided_at, status, segment, tier, overall, overall_band, reason,
              account_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Known(UUID decisionId, LocalDate asOf) {

        boolean olderThan(AnsweredDecision answered) {
            int dates = asOf.compareTo(answered.decision().asOf());
            return dates < 0 || (dates == 0 && decisionId.compareTo(answered.id()) < 0);
        }
    }

    private final JdbcClient client;
    private final JdbcTemplate template;

    LatestDecisions(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    /** Accounts are locked in the order of their ids, so that writers wait for each other but never in a circle. */
    void update(List<AnsweredDecision> answered) {
        Map<String, AnsweredDecision> newest = new TreeMap<>();
        for (AnsweredDecision decision : answered) {
            newest.merge(decision.decision().accountId(), decision, BinaryOperator.maxBy(BY_DATE));
        }
        if (newest.isEmpty()) {
            return;
        }
        Map<String, Known> known = lock(newest);
        List<AnsweredDecision> changed = new ArrayList<>();
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

    private Map<String, Known> lock(Map<String, AnsweredDecision> newest) {
        Map<String, Known> known = new TreeMap<>();
        client.sql("select account_id, decision_id, as_of from account where account_id in (:accounts)"
                        + " order by account_id for update")
                .param("accounts", newest.keySet())
                .query(row -> {
                    known.put(
                            row.getString("account_id"),
                            new Known(
                                    row.getObject("decision_id", UUID.class), row.getObject("as_of", LocalDate.class)));
                });
        return known;
    }

    private void replaceFlags(List<AnsweredDecision> changed, Map<String, Known> known) {
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> raised = new ArrayList<>();
        for (AnsweredDecision answered : changed) {
            Decision decision = answered.decision();
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
    private static Object[] columns(AnsweredDecision answered) {
        Decision decision = answered.decision();
        return new Object[] {
            answered.id(),
            decision.asOf(),
            DecisionStore.timestamp(answered.decidedAt()),
            decision.status().label(),
            decision.segment(),
            decision.tier(),
            decision.overall(),
            decision.overallBand(),
            Reason.of(decision),
            decision.accountId()
        };
    }
}
