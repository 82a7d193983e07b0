package io.barograph.engine.exchange;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.OverallShares.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An indicator and the points of Overall it costs or brings.
 *
 * <p>One whose sub-score is below the computed overall score pulls it down; it costs share × (100 − sub-score), what a
 * full sub-score would add. One above holds it up; it brings share × sub-score. At the overall score itself the greater of the
 * two decides. So no indicator is told twice.
 *
 * @param points half-up to hundredths; negative when it costs
 */
public record Factor(Contribution indicator, BigDecimal points) {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** Those that cost most, the worst first, ties in order of contributions. */
    public static List<Factor> down(Decision decision, int limit) {
        OverallShares overall = OverallShares.of(decision);
        return overall.shares().stream()
                .filter(share -> pullsDown(share, overall.mean()))
                .map(share ->
                        new Factor(share.indicator(), rounded(share.subScore().subtract(FULL), share.share())))
                .filter(factor -> factor.points.signum() < 0)
                .sorted(Comparator.comparing(Factor::points))
                .limit(limit)
                .toList();
    }

    /** The indicator that costs most, by name: the first of {@link #down}, found faster. Empty when none does. */
    public static Optional<String> costliest(Decision decision) {
        return Costliest.of(decision);
    }

    /** Those that bring most, the best first, ties in order of contributions. */
    public static List<Factor> up(Decision decision, int limit) {
        OverallShares overall = OverallShares.of(decision);
        return overall.shares().stream()
                .filter(share -> !pullsDown(share, overall.mean()))
                .map(share -> new Factor(share.indicator(), rounded(share.subScore(), share.share())))
                .filter(factor -> factor.points.signum() > 0)
                .sorted(Comparator.comparing(Factor::points).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean pullsDown(Share share, BigDecimal mean) {
        int comparison = share.subScore().compareTo(mean);
        return comparison < 0 || (comparison == 0 && share.subScore().compareTo(FULL.subtract(share.subScore())) <= 0);
    }

    private static BigDecimal rounded(BigDecimal points, BigDecimal share) {
        return points.multiply(share).setScale(2, RoundingMode.HALF_UP);
    }
}
