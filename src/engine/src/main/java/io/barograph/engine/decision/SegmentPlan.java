package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A segment's workbook arranged for arithmetic; made once a model. */
final class SegmentPlan {

    /**
     * A dimension in Overall order.
     *
     * @param key folded name
     * @param weight in Overall
     * @param indicators in Weights order
     * @param totalBase Σ base weights
     */
    record Dimension(
            String name, String key, BigDecimal weight, List<WeightedIndicator> indicators, BigDecimal totalBase) {}

    /** An indicator of a dimension with its base weight. */
    record WeightedIndicator(Field field, BigDecimal base) {}

    /** Position of Overall among the scores; the dimensions follow in Overall order. */
    static final int OVERALL = 0;

    private static final String OVERALL_KEY = Names.fold(Decision.OVERALL);
    private static final int HIGH_COVERAGE = 80_00;

    private final SegmentModel model;
    private final String key;
    private final List<String> scoreNames = new ArrayList<>();
    private final Map<String, Integer> scoresByKey = new HashMap<>();
    private final BigDecimal minimumCoverage;
    private final Calibration calibration;
    private final List<Dimension> dimensions;
    private final Map<String, Row.IndicatorRow> indicators = new HashMap<>();
    private final Set<String> banded = new LinkedHashSet<>();
    private final Set<Field> weighing = new HashSet<>();

    SegmentPlan(SegmentModel model) {
        this.model = model;
        this.key = Names.fold(model.segment());
        this.calibration = new Calibration(model.calibration());
        this.dimensions = model.overall().stream()
                .map(row -> dimension(row, model.weights()))
                .toList();
        this.minimumCoverage = model.minimumCoverage();
        name(Decision.OVERALL);
        dimensions.forEach(dimension -> name(dimension.name()));
        model.indicators()
                .forEach(
                        row -> indicators.put(VocabularyValues.field(row.term()).name(), row));
        model.thresholds().forEach(row -> banded.add(Names.fold(row.score())));
        model.weights().forEach(row -> weighing.add(row.indicator()));
        Stream.<List<? extends Row>>of(model.scoring(), model.context(), model.caps())
                .flatMap(List::stream)
                .flatMap(row -> row.head().clauses().stream())
                .map(clause -> clause.term().field())
                .filter(Objects::nonNull)
                .forEach(weighing::add);
    }

    private void name(String score) {
        scoresByKey.put(Names.fold(score), scoreNames.size());
        scoreNames.add(score);
    }

    /** How many scores there are, Overall among them. */
    int scores() {
        return scoreNames.size();
    }

    String scoreName(int score) {
        return scoreNames.get(score);
    }

    String scoreKey(int score) {
        return score == OVERALL ? OVERALL_KEY : dimensions.get(score - 1).key();
    }

    /** Position of a score by its folded name. */
    int score(String scoreKey) {
        Integer score = scoresByKey.get(scoreKey);
        if (score == null) {
            throw new IllegalStateException("the segment has no score " + scoreKey);
        }
        return score;
    }

    /** @param score not Overall */
    Dimension dimension(int score) {
        return dimensions.get(score - 1);
    }

    /**
     * Low under the minimum coverage, otherwise high from 80 %, medium below.
     *
     * @param coverage hundredths of a percent, overall
     */
    String confidence(int coverage) {
        if (Hundredths.toDecimal(coverage).compareTo(minimumCoverage) < 0) {
            return "low";
        }
        return coverage >= HIGH_COVERAGE ? "high" : "medium";
    }

    private static Dimension dimension(Row.DimensionRow row, List<Row.WeightRow> weights) {
        String key = Names.fold(row.dimension());
        List<WeightedIndicator> indicators = weights.stream()
                .flatMap(weight -> weight.weights().entrySet().stream()
                        .filter(entry -> Names.fold(entry.getKey()).equals(key))
                        .map(entry -> new WeightedIndicator(weight.indicator(), entry.getValue())))
                .toList();
        BigDecimal total = indicators.stream().map(WeightedIndicator::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Dimension(row.dimension(), key, row.weight(), indicators, total);
    }

    SegmentModel model() {
        return model;
    }

    /** Folded name of the segment. */
    String key() {
        return key;
    }

    Calibration calibration() {
        return calibration;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** The Indicators row of a field. */
    Row.@org.jspecify.annotations.Nullable IndicatorRow indicator(Field field) {
        return indicators.get(field.name());
    }

    /** Whether an indicator's processed value can move a score: it is weighted, or a condition up to Caps asks for it. */
    boolean canMoveScores(Field indicator) {
        return weighing.contains(indicator);
    }

    /** Whether Thresholds has rows for a score. */
    boolean isBanded(String scoreKey) {
        return banded.contains(scoreKey);
    }
}
