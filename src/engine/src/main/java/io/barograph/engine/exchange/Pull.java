package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * How far one indicator pulls the overall score from where the others hold it: (its sub-score − the computed overall
 * score) × its share of the overall weight. The pulls of a decision add up to nothing but for rounding, since the
 * overall score is their weighted mean; caps and floors pull nothing.
 *
 * @param indicator contract name
 * @param points half-up to hundredths; negative pulls down
 */
public record Pull(String indicator, BigDecimal points) {

    /** From the one that pulls down most to the one that pulls up most, ties in order of contributions; no zeros. */
    public static List<Pull> of(Decision decision) {
        OverallShares overall = OverallShares.of(decision);
        return overall.shares().stream()
                .map(share -> new Pull(
                        String.valueOf(share.indicator().indicator()),
                        share.subScore()
                                .subtract(overall.mean())
                                .multiply(share.share())
                                .setScale(2, RoundingMode.HALF_UP)))
                .filter(pull -> pull.points().signum() != 0)
                .sorted(Comparator.comparing(Pull::points))
                .toList();
    }
}
