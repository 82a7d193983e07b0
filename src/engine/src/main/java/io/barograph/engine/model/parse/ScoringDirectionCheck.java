package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scores go the way the contract says is better, and ranges do not go beyond what it says can be. */
final class ScoringDirectionCheck implements Check {

    /**
     * A row over a stretch of numbers.
     *
     * @param from null when open
     * @param to null when open
     */
    private record Stretch(
            TableRow row,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            BigDecimal first,
            BigDecimal last) {
        boolean overlaps(Stretch next) {
            return to == null || next.from == null || to.compareTo(next.from) > 0;
        }
    }

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Map<Object, List<Stretch>> groups = new LinkedHashMap<>();
        for (TableRow row : workbook.sources(ScoringTable.KIND)) {
            Field field = row.get(ScoringTable.INDICATOR);
            if (!row.isSound() || field == null || !field.type().isNumeric()) {
                continue;
            }
            beyond(row, field);
            Stretch stretch = stretch(row);
            if (stretch != null && field.direction() != Field.Direction.NEITHER) {
                groups.computeIfAbsent(Ladders.key(field.name(), row.clauses()), unused -> new ArrayList<>())
                        .add(stretch);
            }
        }
        groups.values().forEach(ScoringDirectionCheck::direction);
    }

    private static @Nullable Stretch stretch(TableRow row) {
        BigDecimal score = row.need(ScoringTable.SCORE);
        Row.Ramp ramp = row.get(ScoringTable.SCORE_AT_END);
        BigDecimal end = ramp == null ? score : ramp.scoreAtEnd();
        Condition value = row.get(ScoringTable.VALUE);
        if (value instanceof Condition.Range range) {
            return new Stretch(row, (BigDecimal) range.from(), (BigDecimal) range.to(), score, end);
        }
        if (value instanceof Condition.Comparison comparison) {
            boolean upwards = comparison.operator() == Condition.Operator.AT_LEAST
                    || comparison.operator() == Condition.Operator.GREATER;
            BigDecimal bound = (BigDecimal) comparison.bound();
            return new Stretch(row, upwards ? bound : null, upwards ? null : bound, score, end);
        }
        if (value instanceof Condition.OneOf one
                && !one.negated()
                && one.values().size() == 1) {
            BigDecimal only = (BigDecimal) one.values().iterator().next();
            return new Stretch(row, only, only, score, end);
        }
        return null;
    }

    /** Looks no further where rows overlap, which is told elsewhere. */
    private static void direction(List<Stretch> stretches) {
        List<Stretch> upwards = stretches.stream()
                .sorted(Comparator.comparing(Stretch::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        Field field = Objects.requireNonNull(upwards.get(0).row().get(ScoringTable.INDICATOR));
        boolean higher = field.direction() == Field.Direction.HIGHER_IS_BETTER;
        Stretch before = null;
        for (Stretch stretch : upwards) {
            if (before != null && before.overlaps(stretch)) {
                return;
            }
            if (before != null && !goes(higher, before.last(), stretch.first())) {
                report(
                        stretch.row().place(ScoringTable.SCORE),
                        field,
                        "this row scores " + WrittenNumber.plain(stretch.first()) + " after "
                                + WrittenNumber.plain(before.last()) + " in "
                                + before.row().address(ScoringTable.SCORE));
            } else if (!goes(higher, stretch.first(), stretch.last())) {
                report(
                        stretch.row().place(ScoringTable.SCORE_AT_END),
                        field,
                        "the score runs from " + WrittenNumber.plain(stretch.first()) + " to "
                                + WrittenNumber.plain(stretch.last()));
            }
            before = stretch;
        }
    }

    private static boolean goes(boolean upwards, BigDecimal one, BigDecimal next) {
        int order = next.compareTo(one);
        return upwards ? order >= 0 : order <= 0;
    }

    private static void report(Place place, Field field, String what) {
        boolean higher = field.direction() == Field.Direction.HIGHER_IS_BETTER;
        place.notice(
                IssueCode.NOT_MONOTONE,
                (higher ? "a higher " : "a lower ") + Wording.quoted(field.label())
                        + " is better, says the data contract, but " + what,
                "check that this is meant");
    }

    private static void beyond(TableRow row, Field field) {
        if (!(row.get(ScoringTable.VALUE) instanceof Condition.Range range)) {
            return;
        }
        Reach reach = new Reach(Domain.of(field));
        boolean below = range.from() instanceof BigDecimal from && !reach.spans(from);
        boolean above = range.to() instanceof BigDecimal to && !reach.spans(to);
        if (below || above) {
            row.place(ScoringTable.VALUE)
                    .notice(
                            IssueCode.OUT_OF_RANGE,
                            Wording.quoted(row.text(ScoringTable.VALUE)) + " goes beyond the data contract: "
                                    + reach.inWords(),
                            "end the range where the data ends");
        }
    }
}
