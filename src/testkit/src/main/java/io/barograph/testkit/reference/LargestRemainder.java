package io.barograph.testkit.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Splits a score of two decimals into shares of two decimals that add up to it exactly. */
final class LargestRemainder {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private LargestRemainder() {}

    /**
     * @param exact the shares before rounding, not negative
     * @return each rounded down, the hundredths left over given to the largest remainders; ties to the earlier share
     */
    static List<BigDecimal> split(BigDecimal total, List<Fraction> exact) {
        List<BigDecimal> shares = new ArrayList<>();
        List<Fraction> remainders = new ArrayList<>();
        BigDecimal left = total;
        for (Fraction share : exact) {
            BigDecimal floor = share.flooredToHundredths();
            shares.add(floor);
            remainders.add(share.minus(floor));
            left = left.subtract(floor);
        }
        while (left.signum() > 0) {
            int largest = 0;
            for (int i = 1; i < remainders.size(); i++) {
                if (remainders.get(i).compare(remainders.get(largest)) > 0) {
                    largest = i;
                }
            }
            shares.set(largest, shares.get(largest).add(HUNDREDTH));
            remainders.set(largest, Fraction.whole(BigDecimal.ONE.negate()));
            left = left.subtract(HUNDREDTH);
        }
        return shares;
    }
}
