package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every number of a workbook that tests could notice, each with the rows it would make if it stood a little off. */
final class Mutants {

    private static final int VISIBLE_HORIZON = 90;
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final List<Mutant> found = new ArrayList<>();

    private Mutants() {}

    /** In the order of evaluation, then sheet order. */
    static List<Mutant> of(SegmentModel segment) {
        Mutants mutants = new Mutants();
        segment.indicators().forEach(mutants::indicator);
        segment.scoring().forEach(mutants::scoring);
        segment.weights().forEach(mutants::weights);
        segment.context().forEach(mutants::context);
        segment.overall().forEach(mutants::overall);
        segment.caps().forEach(mutants::cap);
        segment.thresholds().forEach(mutants::threshold);
        segment.calibration().forEach(mutants::calibration);
        segment.trends().forEach(mutants::trend);
        Stream.of(segment.signals(), segment.cohorts(), segment.playbooks())
                .flatMap(List::stream)
                .forEach(mutants::conditions);
        segment.escalations().forEach(mutants::escalation);
        return mutants.found;
    }

    private void indicator(Row.IndicatorRow row) {
        points(
                row,
                "If missing",
                row.ifMissing(),
                number -> new Row.IndicatorRow(
                        row.head(),
                        row.term(),
                        row.halfLifeDays(),
                        row.maxAgeDays(),
                        number,
                        row.campaignDiscountPercent()));
    }

    private void scoring(Row.ScoringRow row) {
        points(
                row,
                "Score",
                row.score(),
                number -> new Row.ScoringRow(row.head(), row.term(), row.value(), number, row.ramp()));
        Row.Ramp ramp = row.ramp();
        if (ramp != null) {
            points(
                    row,
                    "Score at end",
                    ramp.scoreAtEnd(),
                    number -> new Row.ScoringRow(
                            row.head(),
                            row.term(),
                            row.value(),
                            row.score(),
                            new Row.Ramp(ramp.from(), ramp.to(), number)));
        }
        conditions(row);
    }

    private void weights(Row.WeightRow row) {
        row.weights()
                .forEach((dimension, weight) -> points(row, dimension, weight, number -> {
                    Map<String, BigDecimal> weights = new LinkedHashMap<>(row.weights());
                    weights.put(dimension, number);
                    return new Row.WeightRow(row.head(), row.indicator(), weights);
                }));
    }

    private void context(Row.ContextRow row) {
        add(
                row,
                cell(row, "Multiply weight by"),
                row.factor(),
                HALF,
                BigDecimal.ZERO,
                TEN,
                number -> new Row.ContextRow(row.head(), row.indicator(), row.category(), number));
        conditions(row);
    }

    private void overall(Row.DimensionRow row) {
        points(
                row,
                "Weight in overall",
                row.weight(),
                number -> new Row.DimensionRow(row.head(), row.dimension(), number));
    }

    private void cap(Row.CapRow row) {
        points(
                row,
                "At most",
                row.atMost(),
                number -> new Row.CapRow(row.head(), row.score(), number, row.atLeast(), row.bandAtMost()));
        points(
                row,
                "At least",
                row.atLeast(),
                number -> new Row.CapRow(row.head(), row.score(), row.atMost(), number, row.bandAtMost()));
        conditions(row);
    }

    private void threshold(Row.ThresholdRow row) {
        points(
                row,
                "From",
                row.from(),
                number -> new Row.ThresholdRow(
                        row.head(), row.score(), row.band(), number, row.leaveBelow(), row.ladder()));
        points(
                row,
                "Leave below",
                row.leaveBelow(),
                number -> new Row.ThresholdRow(row.head(), row.score(), row.band(), row.from(), number, row.ladder()));
        conditions(row);
    }

    /** Decisions name the other horizons, but nothing that tests can expect depends on them. */
    private void calibration(Row.CalibrationRow row) {
        if (row.horizonDays() != VISIBLE_HORIZON) {
            return;
        }
        probability(
                row,
                "Churn probability",
                row.churnProbability(),
                number -> new Row.CalibrationRow(
                        row.head(),
                        row.horizonDays(),
                        row.scoreFrom(),
                        number,
                        row.expansionProbability(),
                        row.linear()));
        probability(
                row,
                "Expansion probability",
                row.expansionProbability(),
                number -> new Row.CalibrationRow(
                        row.head(), row.horizonDays(), row.scoreFrom(), row.churnProbability(), number, row.linear()));
    }

    private void trend(Row.TrendRow row) {
        Condition value = row.value();
        CellAddress cell = cell(row, "Change");
        Bounds.numbers(value)
                .forEach(number -> add(
                        row,
                        cell,
                        number,
                        FIVE,
                        null,
                        null,
                        moved -> new Row.TrendRow(
                                row.head(),
                                row.change(),
                                Bounds.moved(value, number, moved),
                                row.flag(),
                                row.severity())));
        conditions(row);
    }

    private void escalation(Row.EscalationRow row) {
        Integer days = row.forAtLeastDays();
        if (days != null) {
            add(
                    row,
                    cell(row, "For at least (days)"),
                    BigDecimal.valueOf(days),
                    FIVE,
                    BigDecimal.ZERO,
                    null,
                    number -> new Row.EscalationRow(
                            row.head(),
                            row.score(),
                            row.band(),
                            number.intValueExact(),
                            row.escalateTo(),
                            row.action(),
                            row.dueDays()));
        }
        conditions(row);
    }

    /** The numbers in a row's condition columns. */
    private void conditions(Row row) {
        List<Clause> clauses = row.head().clauses();
        for (int i = 0; i < clauses.size(); i++) {
            int place = i;
            Clause clause = clauses.get(i);
            for (BigDecimal number : Bounds.numbers(clause.condition())) {
                add(row, clause.cell(), number, Bounds.step(clause.term(), number), null, null, moved -> {
                    List<Clause> changed = new ArrayList<>(clauses);
                    Condition condition = Bounds.moved(clause.condition(), number, moved);
                    changed.set(place, new Clause(clause.term(), condition, clause.cell(), clause.text()));
                    return ChangedRows.withHead(row, row.head().with(changed));
                });
            }
        }
    }

    private void points(Row row, String header, @Nullable BigDecimal number, Function<BigDecimal, Row> variant) {
        if (number != null) {
            add(row, cell(row, header), number, FIVE, BigDecimal.ZERO, HUNDRED, variant);
        }
    }

    private void probability(Row row, String header, BigDecimal number, Function<BigDecimal, Row> variant) {
        add(row, cell(row, header), number, TWENTIETH, BigDecimal.ZERO, BigDecimal.ONE, variant);
    }

    private void add(
            Row row,
            CellAddress cell,
            BigDecimal number,
            BigDecimal step,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            Function<BigDecimal, Row> variant) {
        if (!Testable.canFire(row)) {
            return;
        }
        List<Row> variants = Stream.of(number.add(step), number.subtract(step))
                .filter(moved -> (minimum == null || moved.compareTo(minimum) >= 0)
                        && (maximum == null || moved.compareTo(maximum) <= 0))
                .map(variant)
                .toList();
        found.add(new Mutant(cell, row, number, step, variants));
    }

    private static CellAddress cell(Row row, String header) {
        RowHead head = row.head();
        return Objects.requireNonNullElse(head.cells().get(header), head.cell());
    }
}
