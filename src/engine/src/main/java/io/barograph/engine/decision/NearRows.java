package io.barograph.engine.decision;

import io.barograph.engine.decision.NearMisses.NearRow;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that exactly one condition kept from firing. */
final class NearRows {

    private static final Comparator<Found> ORDER = Comparator.comparing(
                    Found::share, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(found -> found.row().distance(), Comparator.nullsLast(Comparator.naturalOrder()));

    /** A condition that failed: what it asks about, what that is, how far it is off and how wide its values range. */
    private record Failed(
            String cell,
            String name,
            @Nullable Object value,
            String condition,
            @Nullable BigDecimal distance,
            @Nullable BigDecimal width) {}

    /** A row and how far it was, as a share of what its condition is about; null when that is not known. */
    private record Found(NearRow row, @Nullable BigDecimal share) {}

    private final AccountCase account;
    private final Set<RowHead> fired = new HashSet<>();

    private NearRows(AccountCase account) {
        this.account = account;
        account.log().inOrder().forEach(row -> fired.add(row.head()));
    }

    /** @param account decided */
    static List<NearRow> of(AccountCase account) {
        NearRows near = new NearRows(account);
        SegmentModel model = account.plan().model();
        return Stream.<List<? extends Row>>of(
                        model.caps(), model.trends(), model.signals(), model.playbooks(), model.escalations())
                .flatMap(List::stream)
                .filter(row -> !near.fired.contains(row.head()))
                .map(near::found)
                .filter(Objects::nonNull)
                .sorted(ORDER)
                .map(Found::row)
                .toList();
    }

    private @Nullable Found found(Row row) {
        RowHead head = row.head();
        List<Failed> failed = new ArrayList<>(failedClauses(head));
        if (row instanceof Row.TrendRow trend) {
            add(failed, trend);
        } else if (row instanceof Row.EscalationRow escalation) {
            add(failed, escalation);
        }
        if (failed.size() != 1) {
            return null;
        }
        Failed only = failed.get(0);
        NearRow near = new NearRow(
                head.ruleId() == null ? "" : head.ruleId(),
                head.table().sheet(),
                only.cell(),
                only.name(),
                Values.shown(only.value()),
                only.condition(),
                only.distance(),
                effect(row));
        BigDecimal share = only.distance() == null || only.width() == null
                ? null
                : only.distance().divide(only.width(), MathContext.DECIMAL64);
        return new Found(near, share);
    }

    /** What a row saw of a term. */
    private @Nullable Object seen(RowHead head, Term term) {
        return account.cells.get(account.model.rows().ranks().cells().of(term, head.table()));
    }

    /** One a cell: a crossing is one condition although it is two clauses. */
    private List<Failed> failedClauses(RowHead head) {
        Map<String, Failed> byCell = new LinkedHashMap<>();
        for (Clause clause : head.clauses()) {
            Object value = seen(head, clause.term());
            if (!clause.condition().matches(value)) {
                String cell = clause.cell().toString();
                boolean again = byCell.containsKey(cell);
                byCell.put(
                        cell,
                        new Failed(
                                cell,
                                clause.term().key(),
                                value,
                                clause.text(),
                                again ? null : Distance.between(value, clause.condition()),
                                Distance.width(clause.term())));
            }
        }
        return List.copyOf(byCell.values());
    }

    private void add(List<Failed> failed, Row.TrendRow row) {
        Term term = row.change();
        Object change = seen(row.head(), term);
        Condition value = row.value();
        if (!value.matches(change)) {
            failed.add(new Failed(
                    row.head().cell().toString(),
                    term.key(),
                    change,
                    ConditionText.of(value),
                    Distance.between(change, value),
                    Distance.width(term)));
        }
    }

    private void add(List<Failed> failed, Row.EscalationRow row) {
        int score = account.plan().scores().of(row.score());
        String band = account.band(score);
        Condition wanted = row.band();
        String cell = row.head().cell().toString();
        Object value = band == null ? null : TextValue.of(band);
        if (wanted != null && !wanted.matches(value)) {
            failed.add(new Failed(cell, ToldFirings.bandName(row.score()), band, ConditionText.of(wanted), null, null));
        }
        if (row.forAtLeastDays() != null) {
            BigDecimal least = BigDecimal.valueOf(row.forAtLeastDays());
            BigDecimal days = band == null
                    ? null
                    : BigDecimal.valueOf(
                            account.past.daysInBand(account.plan().scores().key(score), band));
            if (days == null || days.compareTo(least) < 0) {
                failed.add(new Failed(
                        cell,
                        ToldFirings.daysInBandName(row.score()),
                        days,
                        ">= " + least,
                        days == null ? null : least.subtract(days),
                        null));
            }
        }
    }

    private static Map<String, @Nullable Object> effect(Row row) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        if (row instanceof Row.CapRow cap) {
            effect.putAll(ToldEffects.bounds(cap));
        } else if (row instanceof Row.TrendRow trend) {
            effect.put("flag", trend.flag());
            effect.put("severity", trend.severity());
        } else if (row instanceof Row.SignalRow signal) {
            effect.put("flag", signal.flag());
            effect.put("severity", signal.severity());
        } else if (row instanceof Row.PlaybookRow playbook) {
            effect.put("playbook", playbook.playbook());
        } else if (row instanceof Row.EscalationRow escalation) {
            effect.put("escalate_to", escalation.escalateTo());
        }
        return effect;
    }
}
