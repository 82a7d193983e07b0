package io.barograph.engine.decision;

import io.barograph.engine.decision.SegmentPlan.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of its base weight a score rests on, in hundredths of a percent, half-up: Σ base weight of indicators with a processed value ÷ Σ
 * base weight; overall, weighted by the weights in Overall. Immutable.
 */
final class Coverage {

    private static final int ALL = 100_00;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Dimension> dimensions;
    private final BigDecimal[] totals;
    private final BigDecimal total;

    Coverage(List<Dimension> dimensions) {
        this.dimensions = dimensions;
        this.totals = dimensions.stream()
                .map(dimension ->
                        dimension.indicators().stream().map(Weight::base).reduce(BigDecimal.ZERO, BigDecimal::add))
                .toArray(BigDecimal[]::new);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < totals.length; i++) {
            sum = sum.add(dimensions.get(i).weight().multiply(totals[i]));
        }
        this.total = sum;
    }

    /**
     * By score.
     *
     * @param processed by field
     */
    int[] of(@Nullable Object[] processed) {
        int[] coverage = new int[dimensions.size() + 1];
        BigDecimal missing = BigDecimal.ZERO;
        for (int i = 0; i < totals.length; i++) {
            BigDecimal lacking = lacking(dimensions.get(i), processed);
            coverage[i + 1] = percent(lacking, totals[i]);
            if (lacking.signum() != 0) {
                missing = missing.add(dimensions.get(i).weight().multiply(lacking));
            }
        }
        coverage[SegmentPlan.OVERALL] = percent(missing, total);
        return coverage;
    }

    private static BigDecimal lacking(Dimension dimension, @Nullable Object[] processed) {
        BigDecimal lacking = BigDecimal.ZERO;
        List<Weight> weights = dimension.indicators();
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            if (processed[weight.field()] == null) {
                lacking = lacking.add(weight.base());
            }
        }
        return lacking;
    }

    private static int percent(BigDecimal lacking, BigDecimal whole) {
        if (whole.signum() == 0) {
            return 0;
        }
        if (lacking.signum() == 0) {
            return ALL;
        }
        return Hundredths.of(whole.subtract(lacking).multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP));
    }
}
