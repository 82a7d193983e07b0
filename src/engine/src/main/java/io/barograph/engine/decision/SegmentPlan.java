package io.barograph.engine.decision;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.ModelRows;
import io.barograph.engine.ruleset.fact.RowIndex;
import io.barograph.engine.ruleset.fact.ScoreOrder;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A segment's workbook arranged for arithmetic; made once a model. Immutable. */
final class SegmentPlan {

    /** Position of Overall among the scores; the dimensions follow in Overall order. */
    static final int OVERALL = ScoreOrder.OVERALL;

    static final String OVERALL_KEY = Names.fold(Decision.OVERALL);

    private static final int HIGH_COVERAGE = 80_00;

    /**
     * A dimension in Overall order.
     *
     * @param weight in Overall
     * @param units the same as a whole number, in a unit that all dimensions share
     * @param indicators in Weights order
     */
    record Dimension(String name, BigDecimal weight, BigInteger units, List<Weight> indicators) {}

    private final SegmentModel model;
    private final String key;
    private final ScoreOrder scores;
    private final Calibration calibration;
    private final List<Dimension> dimensions;
    private final Coverage coverage;
    private final List<IndicatorPlan> indicators = new ArrayList<>();
    private final @Nullable IndicatorPlan[] byField;
    private final boolean[] banded;
    private final boolean[] weighing;
    private final RowIndex[] measuring;
    private final Map<Table, RowIndex> indexes = new EnumMap<>(Table.class);

    SegmentPlan(SegmentModel model, Fields fields, ModelRows rows) {
        this.model = model;
        this.key = Names.fold(model.segment());
        this.scores = new ScoreOrder(model);
        this.calibration = new Calibration(model.calibration());
        int scale = model.overall().stream()
                .mapToInt(row -> row.weight().scale())
                .max()
                .orElse(0);
        this.dimensions = model.overall().stream()
                .map(row -> dimension(row, scale, model.weights(), fields))
                .toList();
        this.coverage = new Coverage(dimensions);
        this.byField = new @Nullable IndicatorPlan[fields.count()];
        for (Row.IndicatorRow row : model.indicators()) {
            IndicatorPlan plan = new IndicatorPlan(row, fields.of(VocabularyValues.field(row.term())));
            indicators.add(plan);
            byField[plan.field()] = plan;
        }
        this.banded = new boolean[scores.count()];
        model.thresholds().stream()
                .mapToInt(row -> scores.of(row.score()))
                .filter(score -> score >= 0)
                .forEach(score -> banded[score] = true);
        this.weighing = new boolean[fields.count()];
        model.weights().forEach(row -> weighing[fields.of(row.indicator())] = true);
        Stream.<List<? extends Row>>of(model.scoring(), model.context(), model.caps())
                .flatMap(List::stream)
                .flatMap(row -> row.head().clauses().stream())
                .map(Clause::term)
                .filter(term -> term.field() != null)
                .forEach(term -> weighing[fields.of(VocabularyValues.field(term))] = true);
        for (Table table : Table.values()) {
            indexes.put(table, rows.index(key, table));
        }
        this.measuring = new RowIndex[] {index(Table.INDICATORS), index(Table.SCORING), index(Table.CONTEXT)};
    }

    private static Dimension dimension(Row.DimensionRow row, int scale, List<Row.WeightRow> weights, Fields fields) {
        String key = Names.fold(row.dimension());
        List<Weight> indicators = weights.stream()
                .flatMap(weight -> weight.weights().entrySet().stream()
                        .filter(entry -> Names.fold(entry.getKey()).equals(key))
                        .map(entry -> Weight.of(weight.indicator(), fields.of(weight.indicator()), entry.getValue())))
                .toList();
        return new Dimension(
                row.dimension(), row.weight(), row.weight().setScale(scale).unscaledValue(), indicators);
    }

    SegmentModel model() {
        return model;
    }

    /** Folded name of the segment. */
    String key() {
        return key;
    }

    ScoreOrder scores() {
        return scores;
    }

    Calibration calibration() {
        return calibration;
    }

    /** In Overall order. */
    List<Dimension> dimensions() {
        return dimensions;
    }

    /** @param score not Overall */
    Dimension dimension(int score) {
        return dimensions.get(score - 1);
    }

    Coverage coverage() {
        return coverage;
    }

    /** In sheet order. */
    List<IndicatorPlan> indicators() {
        return indicators;
    }

    /** How a field is processed; null when Indicators does not list it. */
    @Nullable IndicatorPlan indicator(int field) {
        return byField[field];
    }

    RowIndex index(Table table) {
        RowIndex index = indexes.get(table);
        if (index == null) {
            throw new IllegalStateException("no index of " + table.sheet());
        }
        return index;
    }

    /** Indicators, Scoring and Context; not to be changed. */
    RowIndex[] measuring() {
        return measuring;
    }

    /** Whether an indicator's processed value can move a score: it is weighted, or a condition up to Caps asks for it. */
    boolean canMoveScores(int field) {
        return weighing[field];
    }

    /** Whether Thresholds has rows for a score. */
    boolean isBanded(int score) {
        return score >= 0 && banded[score];
    }

    /**
     * Low under the minimum coverage, otherwise high from 80 %, medium below.
     *
     * @param overall hundredths of a percent
     */
    String confidence(int overall) {
        if (isTooLittle(overall)) {
            return "low";
        }
        return overall >= HIGH_COVERAGE ? "high" : "medium";
    }

    /** Whether coverage in hundredths of a percent is under the minimum. */
    boolean isTooLittle(int covered) {
        return Hundredths.toDecimal(covered).compareTo(model.minimumCoverage()) < 0;
    }
}
