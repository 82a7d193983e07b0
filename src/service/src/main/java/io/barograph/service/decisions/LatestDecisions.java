package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.text.Names;
import io.barograph.service.database.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps, for each account, the columns of its latest decision by as-of date, for lists of accounts. What stayed the same is not
 * written again.
 */
@Component
class LatestDecisions {

    private static final Comparator<LoggedDecision> BY_DATE = Comparator.<LoggedDecision, LocalDate>comparing(
                    logged -> logged.answered().decision().asOf())
            .thenComparing(LoggedDecision::index);

    private static final String KNOWN = "select account_id, leaf_index, as_of, flags from account where account_id in ";

    private static final String UPDATE = """
            update account set decision_id = ?, leaf_index = ?, as_of = ?, decided_at = ?, status = ?, segment = ?, tier = ?,
              overall = ?, overall_band = ?, reason = ?, flags = ?
            where account_id = ?
            """;

    private static final String INSERT = """
            insert into account (decision_id, leaf_index, as_of, decided_at, status, segment, tier, overall, overall_band, reason,
              flags, account_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Known(
            long index, LocalDate asOf, @Nullable String flags) {

        Set<String> raised() {
            return flags == null ? Set.of() : Set.of(flags.split("\n", -1));
        }

        boolean olderThan(LoggedDecision logged) {
            int dates = asOf.compareTo(logged.answered().decision().asOf());
            return dates < 0 || (dates == 0 && index < logged.index());
        }
    }

    private final JdbcTemplate template;

    LatestDecisions(JdbcTemplate template) {
        this.template = template;
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
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> lowered = new ArrayList<>();
        List<Object[]> raised = new ArrayList<>();
        newest.forEach((account, decision) -> {
            Known before = known.get(account);
            if (before != null && !before.olderThan(decision)) {
                return;
            }
            List<String> flags = flags(decision.answered().decision());
            String listed = flags.isEmpty() ? null : String.join("\n", flags);
            (before == null ? inserts : updates).add(columns(decision, listed));
            Set<String> flagsBefore = before == null ? Set.of() : before.raised();
            flagsBefore.stream()
                    .filter(flag -> !flags.contains(flag))
                    .forEach(flag -> lowered.add(new Object[] {flag, account}));
            flags.stream()
                    .filter(flag -> !flagsBefore.contains(flag))
                    .forEach(flag -> raised.add(new Object[] {flag, account}));
        });
        batch(INSERT, inserts);
        batch(UPDATE, updates);
        batch("delete from account_flag where flag = ? and account_id = ?", lowered);
        batch("insert into account_flag (flag, account_id) values (?, ?)", raised);
    }

    /** As tables spell them, without line breaks: a guardrail may raise any text. */
    private static List<String> flags(Decision decision) {
        return decision.flags().stream()
                .map(RaisedFlag::flag)
                .map(Names::clean)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private Map<String, Known> known(Map<String, LoggedDecision> newest) {
        Map<String, Known> known = new HashMap<>();
        Parameters accounts = Parameters.of(newest.keySet());
        template.query(
                KNOWN + accounts.marks(),
                row -> {
                    known.put(row.getString(1), known(row));
                },
                accounts.values());
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getLong(2), row.getObject(3, LocalDate.class), row.getString(4));
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            template.batchUpdate(sql, rows);
        }
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private static Object[] columns(LoggedDecision logged, @Nullable String flags) {
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
            answered.reason(),
            flags,
            decision.accountId()
        };
    }
}
