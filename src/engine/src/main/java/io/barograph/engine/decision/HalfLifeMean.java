package io.barograph.engine.decision;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smoothed value Σ v·2^(−age/H) ÷ Σ 2^(−age/H), correctly rounded: half-up to six decimals, away from zero at a tie.
 *
 * <p>Nearly always binary fractions settle it, with a bound on their error. Only where they leave open to which side of a tie the
 * mean falls is the sign of (mean − tie) found exactly, by {@link HalvingSum}.
 */
final class HalfLifeMean {

    static final int DECIMALS = 6;

    private static final double UNIT = 1e6;
    private static final BigDecimal HALF_UNIT = new BigDecimal("0.0000005");

    /** Relative error of one operation on binary fractions is at most half of this. */
    private static final double ULP = Math.ulp(1.0);

    /**
     * A value and its age.
     *
     * @param days at least 0
     */
    record Aged(BigDecimal value, long days) {}

    /** How observations of one half-life are weighed; for any number of threads. */
    private final BigDecimal halfLifeDays;

    private final HalvingWeights weights;

    /** @param halfLifeDays above 0 */
    HalfLifeMean(BigDecimal halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
        this.weights = new HalvingWeights(halfLifeDays);
    }

    /** @param observations at least one, youngest first */
    BigDecimal of(List<Aged> observations) {
        if (observations.size() == 1) {
            return rounded(observations.get(0).value());
        }
        BigDecimal quick = inBinaryFractions(observations);
        return quick != null ? quick : nearATie(observations);
    }

    /** What {@link #inBinaryFractions} leaves open: settled by decimals of many digits, or where they leave it open too, exactly. */
    private BigDecimal nearATie(List<Aged> observations) {
        BigDecimal close = inManyDigits(observations);
        return close != null ? close : exactly(observations, halfLifeDays);
    }

    /**
     * With M the greatest |v| and n values, relative to the youngest: a weight errs by less than 10^−55, all values together by n·M times
     * that, the divisor, at least 1, by n times that, the division by less than M·10^−90. The bound taken is n·(M + 1)·10^−50.
     *
     * @return null when the bound leaves open how to round
     */
    private @Nullable BigDecimal inManyDigits(List<Aged> observations) {
        long youngest = observations.get(0).days();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal greatest = BigDecimal.ONE;
        for (Aged observation : observations) {
            BigDecimal weight = weights.inManyDigits(observation.days() - youngest);
            sum = sum.add(observation.value().multiply(weight));
            total = total.add(weight);
            greatest = greatest.max(observation.value().abs());
        }
        BigDecimal mean = sum.divide(total, HalvingWeights.MANY);
        BigDecimal below = mean.setScale(DECIMALS, RoundingMode.FLOOR);
        BigDecimal above = mean.subtract(below.add(HALF_UNIT));
        BigDecimal error = greatest.add(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(observations.size()))
                .movePointLeft(50);
        if (above.abs().compareTo(error) <= 0) {
            return null;
        }
        return Numbers.canonical(above.signum() > 0 ? below.add(BigDecimal.ONE.movePointLeft(DECIMALS)) : below);
    }

    private static BigDecimal rounded(BigDecimal mean) {
        return Numbers.canonical(mean.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * With M the greatest |v|, n values and weights relative to the youngest (so their sum is at least 1): a weight errs by at most
     * (0.7·age/H + 2) ulps of itself, hence all together by (0.4·n + 2·Σw) ulps; rounding v, the products and the sums adds
     * (n/2 + 1)·Σw; the same for the divisor. The mean so errs by less than M·(2·n + 7) ulps; the bound taken is twice that.
     *
     * @return null when the bound leaves open how to round
     */
    private @Nullable BigDecimal inBinaryFractions(List<Aged> observations) {
        long youngest = observations.get(0).days();
        double sum = 0;
        double total = 0;
        double greatest = 0;
        for (Aged observation : observations) {
            double weight = weights.of(observation.days() - youngest);
            double value = observation.value().doubleValue();
            sum += weight * value;
            total += weight;
            greatest = Math.max(greatest, Math.abs(value));
        }
        return settled(sum, total, greatest, observations.size());
    }

    /** The weight of an observation so many days older than the youngest. */
    double weight(long days) {
        return weights.of(days);
    }

    /**
     * The mean from sums in binary fractions.
     *
     * @param sum of values times weights
     * @param total of weights
     * @param greatest |value|
     * @param count of observations
     * @return null when the bound leaves open how to round
     */
    static @Nullable BigDecimal settled(double sum, double total, double greatest, int count) {
        double units = sum / total * UNIT;
        double error = greatest * UNIT * (4.0 * count + 16) * ULP;
        double whole = Math.rint(units);
        boolean certain = 0.5 - Math.abs(units - whole) > error;
        return certain ? Numbers.canonical(BigDecimal.valueOf((long) whole, DECIMALS)) : null;
    }

    private static BigDecimal exactly(List<Aged> observations, BigDecimal halfLife) {
        List<HalvingSum.Part> values = new ArrayList<>();
        List<HalvingSum.Part> ones = new ArrayList<>();
        for (Aged observation : observations) {
            values.add(new HalvingSum.Part(observation.value(), observation.days()));
            ones.add(new HalvingSum.Part(BigDecimal.ONE, observation.days()));
        }
        int digits = 40
                + observations.stream()
                        .mapToInt(each -> each.value().precision())
                        .max()
                        .orElse(0);
        BigInteger origin = new BigDecimal(observations.get(0).days())
                .divideToIntegralValue(halfLife)
                .toBigInteger();
        BigDecimal near = HalvingSum.of(values, halfLife)
                .approximately(digits, origin)
                .divide(HalvingSum.of(ones, halfLife).approximately(digits, origin), digits, RoundingMode.HALF_EVEN);
        BigDecimal below = near.setScale(DECIMALS, RoundingMode.FLOOR);
        BigDecimal tie = below.add(HALF_UNIT);
        List<HalvingSum.Part> distances = observations.stream()
                .map(each -> new HalvingSum.Part(each.value().subtract(tie), each.days()))
                .toList();
        int side = HalvingSum.of(distances, halfLife).signum();
        boolean up = side > 0 || (side == 0 && tie.signum() > 0);
        return Numbers.canonical(up ? below.add(BigDecimal.ONE.movePointLeft(DECIMALS)) : below);
    }
}
