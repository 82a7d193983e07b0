package io.barograph.engine.exchange;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the overall score each indicator is: its share of a dimension × that dimension's share of Overall, added up over
 * dimensions. The shares add up to 1. Caps and floors have none.
 *
 * @param mean the overall score before caps and floors, to 16 digits: the sum of share × sub-score
 * @param shares in order of contributions; empty when there is no overall score
 */
record OverallShares(BigDecimal mean, List<Share> shares) {

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    /** @param share from 0 to 1 */
    record Share(Contribution indicator, BigDecimal subScore, BigDecimal share) {}

    static OverallShares of(Decision decision) {
        Map<String, BigDecimal> dimensions = new HashMap<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Contribution contribution : decision.contributions()) {
            BigDecimal weight = orZero(contribution.weight());
            if (contribution.dimension() != null) {
                dimensions.put(contribution.dimension(), weight);
                total = total.add(weight);
                weighted = weighted.add(weight.multiply(orZero(contribution.subScore())));
            } else if (contribution.indicator() != null) {
                sums.merge(contribution.score(), weight, BigDecimal::add);
            }
        }
        if (total.signum() == 0) {
            return new OverallShares(BigDecimal.ZERO, List.of());
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Contribution contribution : decision.contributions()) {
            BigDecimal whole =
                    sums.getOrDefault(contribution.score(), BigDecimal.ZERO).multiply(total);
            if (contribution.indicator() != null && whole.signum() > 0) {
                BigDecimal share = orZero(contribution.weight())
                        .multiply(dimensions.getOrDefault(contribution.score(), BigDecimal.ZERO))
                        .divide(whole, PRECISE);
                shares.merge(
                        contribution.indicator(),
                        new Share(contribution, orZero(contribution.subScore()), share),
                        (one, other) -> new Share(
                                one.indicator(), one.subScore(), one.share().add(other.share())));
            }
        }
        return new OverallShares(weighted.divide(total, PRECISE), new ArrayList<>(shares.values()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
