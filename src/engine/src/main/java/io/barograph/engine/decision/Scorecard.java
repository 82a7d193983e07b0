package io.barograph.engine.decision;

import io.barograph.engine.ruleset.fact.CapsFact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All scores of an account in hundredths, by their position in the segment's workbook: Overall, then dimensions in Overall order. */
final class Scorecard {

    static final int NONE = WeightedScore.NONE;

    private final SegmentPlan plan;
    private final int[] computed;
    private final int[] shown;
    private final int[] coverage;

    private Scorecard(SegmentPlan plan, int[] computed, int[] coverage) {
        this.plan = plan;
        this.computed = computed;
        this.shown = computed.clone();
        this.coverage = coverage;
    }

    /**
     * @param subScores hundredths by field; {@link #NONE} of indicators that drop out
     * @param processed values by field
     */
    static Scorecard of(SegmentPlan plan, int[] subScores, Factors factors, @Nullable Object[] processed) {
        int[] computed = new int[plan.scores().count()];
        WeightedScore overall = new WeightedScore();
        WeightedScore score = new WeightedScore();
        for (int i = 1; i < computed.length; i++) {
            SegmentPlan.Dimension dimension = plan.dimension(i);
            score.clear();
            List<Weight> weights = dimension.indicators();
            for (int at = 0; at < weights.size(); at++) {
                Weight weight = weights.get(at);
                if (subScores[weight.field()] != NONE) {
                    factors.add(score, weight, subScores[weight.field()]);
                }
            }
            computed[i] = score.mean();
            if (computed[i] != NONE) {
                overall.add(dimension.units(), computed[i]);
            }
        }
        computed[SegmentPlan.OVERALL] = overall.mean();
        return new Scorecard(plan, computed, plan.coverage().of(processed));
    }

    /** Bounds each score by the Caps rows on it. */
    void bound(List<CapsFact> fired) {
        for (int score = 0; score < shown.length && !fired.isEmpty(); score++) {
            if (computed[score] != NONE) {
                shown[score] =
                        Bounding.of(computed[score], Bounding.on(score, fired)).shown();
            }
        }
    }

    /** By score, before caps; not to be changed. */
    int[] computed() {
        return computed;
    }

    /** By score, after caps and floors; not to be changed. */
    int[] shown() {
        return shown;
    }

    /** By score, hundredths of a percent; not to be changed. */
    int[] coverage() {
        return coverage;
    }

    /** {@link #NONE} when there is none. */
    int overall() {
        return shown[SegmentPlan.OVERALL];
    }

    @Nullable BigDecimal shownDecimal(int score) {
        return shown[score] == NONE ? null : Hundredths.toDecimal(shown[score]);
    }

    @Nullable BigDecimal computedDecimal(int score) {
        return computed[score] == NONE ? null : Hundredths.toDecimal(computed[score]);
    }

    /** Whether a score exists and rests on enough for a band. */
    boolean isBanded(int score) {
        return shown[score] != NONE && !plan.isTooLittle(coverage[score]);
    }

    /** Whether Overall exists. */
    boolean isScored() {
        return overall() != NONE;
    }
}
