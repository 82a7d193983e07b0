package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All scores of an account, Overall first, then dimensions in Overall order. */
final class Scorecard {

    /** One score: computed, then bounded by caps. */
    static final class Score {
        final String name;
        final String key;

        /** 0–10,000; null when the score does not exist. */
        final @Nullable Integer computed;

        /** Percent, half-up to hundredths. */
        final BigDecimal coverage;

        /** After caps and floors. */
        @Nullable Integer shown;

        Score(String name, @Nullable Integer computed, BigDecimal coverage) {
            this.name = name;
            this.key = Names.fold(name);
            this.computed = computed;
            this.coverage = coverage;
            this.shown = computed;
        }

        @Nullable BigDecimal shownDecimal() {
            return shown == null ? null : Hundredths.toDecimal(shown);
        }

        @Nullable BigDecimal computedDecimal() {
            return computed == null ? null : Hundredths.toDecimal(computed);
        }
    }

    private final Map<String, Score> byKey = new LinkedHashMap<>();

    private Scorecard(List<Score> scores) {
        scores.forEach(score -> byKey.put(score.key, score));
    }

    /**
     * @param subScores hundredths by indicator name
     * @param hasValue whether an indicator has a processed value
     */
    static Scorecard of(SegmentPlan plan, Map<String, Integer> subScores, Factors factors, Predicate<Field> hasValue) {
        List<Score> dimensions = new ArrayList<>();
        List<WeightedScore.Part> parts = new ArrayList<>();
        BigDecimal coverage = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (SegmentPlan.Dimension dimension : plan.dimensions()) {
            BigDecimal covered = covered(dimension, hasValue);
            Score score = dimensionScore(dimension, subScores, factors, percent(covered, dimension.totalBase()));
            dimensions.add(score);
            coverage = coverage.add(dimension.weight().multiply(covered));
            weights = weights.add(dimension.weight().multiply(dimension.totalBase()));
            if (score.computed != null) {
                parts.add(new WeightedScore.Part(dimension.weight(), score.computed));
            }
        }
        List<Score> all = new ArrayList<>();
        all.add(new Score(Decision.OVERALL, WeightedScore.mean(parts), percent(coverage, weights)));
        all.addAll(dimensions);
        return new Scorecard(all);
    }

    private static BigDecimal covered(SegmentPlan.Dimension dimension, Predicate<Field> hasValue) {
        return dimension.indicators().stream()
                .filter(indicator -> hasValue.test(indicator.field()))
                .map(SegmentPlan.WeightedIndicator::base)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : Numbers.canonical(part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP));
    }

    private static Score dimensionScore(
            SegmentPlan.Dimension dimension, Map<String, Integer> subScores, Factors factors, BigDecimal coverage) {
        List<WeightedScore.Part> parts = new ArrayList<>();
        for (SegmentPlan.WeightedIndicator indicator : dimension.indicators()) {
            Integer subScore = subScores.get(indicator.field().name());
            if (subScore != null) {
                parts.add(new WeightedScore.Part(factors.effective(indicator.field(), indicator.base()), subScore));
            }
        }
        return new Score(dimension.name(), WeightedScore.mean(parts), coverage);
    }

    Iterable<Score> scores() {
        return byKey.values();
    }

    /** A score by its name; null when the segment has no such score. */
    @Nullable Score score(String name) {
        return byKey.get(Names.fold(name));
    }

    Score overall() {
        Score overall = byKey.get(Names.fold(Decision.OVERALL));
        if (overall == null) {
            throw new IllegalStateException("a scorecard without Overall");
        }
        return overall;
    }
}
