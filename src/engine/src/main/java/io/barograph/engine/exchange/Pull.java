package io.barograph.engine.exchange;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one indicator pulls the overall score from where the others hold it: (its sub-score − the computed overall
 * score) × its share of the overall weight. The pulls of a decision add up to nothing but for rounding, since the
 * overall score is their weighted mean; caps and floors pull nothing.
 *
 * @param indicator contract name
 * @param points half-up to hundredths; negative pulls down
 */
public record Pull(String indicator, BigDecimal points) {

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    /** From the one that pulls down most to the one that pulls up most, ties in order of contributions; no zeros. */
    public static List<Pull> of(Decision decision) {
        Map<String, BigDecimal> dimensionWeights = new HashMap<>();
        Map<String, BigDecimal> indicatorWeights = new HashMap<>();
        BigDecimal computed = BigDecimal.ZERO;
        BigDecimal overallWeight = BigDecimal.ZERO;
        for (Contribution contribution : decision.contributions()) {
            BigDecimal weight = orZero(contribution.weight());
            if (contribution.dimension() != null) {
                dimensionWeights.put(contribution.dimension(), weight);
                overallWeight = overallWeight.add(weight);
                computed = computed.add(weight.multiply(orZero(contribution.subScore())));
            } else if (contribution.indicator() != null) {
                indicatorWeights.merge(contribution.score(), weight, BigDecimal::add);
            }
        }
        if (overallWeight.signum() == 0) {
            return List.of();
        }
        BigDecimal mean = computed.divide(overallWeight, PRECISE);
        Map<String, BigDecimal> pulls = new LinkedHashMap<>();
        for (Contribution contribution : decision.contributions()) {
            BigDecimal all = indicatorWeights
                    .getOrDefault(contribution.score(), BigDecimal.ZERO)
                    .multiply(overallWeight);
            if (contribution.indicator() != null && all.signum() > 0) {
                BigDecimal share = orZero(contribution.weight())
                        .multiply(dimensionWeights.getOrDefault(contribution.score(), BigDecimal.ZERO))
                        .divide(all, PRECISE);
                BigDecimal points =
                        orZero(contribution.subScore()).subtract(mean).multiply(share, PRECISE);
                pulls.merge(contribution.indicator(), points, BigDecimal::add);
            }
        }
        return pulls.entrySet().stream()
                .map(pull -> new Pull(pull.getKey(), pull.getValue().setScale(2, RoundingMode.HALF_UP)))
                .filter(pull -> pull.points().signum() != 0)
                .sorted(Comparator.comparing(Pull::points))
                .toList();
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
