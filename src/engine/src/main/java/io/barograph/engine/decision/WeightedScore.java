package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of scores in exact whole numbers: Σ weight × score ÷ Σ weight, half-up to hundredths; and each part's share of it.
 * Numbers of any size take over where 64 bits do not do.
 */
final class WeightedScore {

    /** There is no mean: no parts, or weights that add up to 0. */
    static final int NONE = -1;

    /** Decimal digits that fit into 64 bits. */
    private static final int FITTING = 18;

    private long[] weights = new long[32];
    private int[] scores = new int[32];
    private int parts;

    /** Weights of any size, once there was one; null before. */
    private BigInteger @Nullable [] large;

    void clear() {
        parts = 0;
        large = null;
    }

    /** The same for a weight in decimals, of which there are as many as the unit has. */
    void add(BigDecimal weight, int decimals, int hundredths) {
        if (weight.precision() < FITTING) {
            add(weight.movePointRight(decimals).longValue(), hundredths);
        } else {
            add(weight.unscaledValue(), hundredths);
        }
    }

    /** The same for a weight of any size. */
    void add(BigInteger weight, int hundredths) {
        if (weight.bitLength() < Long.SIZE && large == null) {
            add(weight.longValue(), hundredths);
            return;
        }
        if (large == null) {
            large = Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        }
        add(0L, hundredths);
        large = Arrays.copyOf(large, weights.length);
        large[parts - 1] = weight;
    }

    /**
     * @param weight at least 0, in a unit that all parts share
     * @param hundredths 0–10,000
     */
    void add(long weight, int hundredths) {
        if (parts == weights.length) {
            weights = Arrays.copyOf(weights, 2 * parts);
            scores = Arrays.copyOf(scores, 2 * parts);
        }
        if (large != null) {
            large = Arrays.copyOf(large, weights.length);
            large[parts] = BigInteger.valueOf(weight);
        }
        weights[parts] = weight;
        scores[parts++] = hundredths;
    }

    /** In hundredths; {@link #NONE} when there is none. */
    int mean() {
        if (large != null) {
            return largeMean();
        }
        try {
            long sum = 0;
            long total = 0;
            for (int i = 0; i < parts; i++) {
                sum = Math.addExact(sum, Math.multiplyExact(weights[i], scores[i]));
                total = Math.addExact(total, weights[i]);
            }
            return total == 0
                    ? NONE
                    : Math.toIntExact(Math.addExact(Math.multiplyExact(2, sum), total) / Math.multiplyExact(2, total));
        } catch (ArithmeticException tooLarge) {
            return largeMean();
        }
    }

    private int largeMean() {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < parts; i++) {
            sum = sum.add(product(i));
        }
        BigInteger total = total();
        return total.signum() == 0
                ? NONE
                : sum.shiftLeft(1).add(total).divide(total.shiftLeft(1)).intValueExact();
    }

    private BigInteger weight(int part) {
        return large == null ? BigInteger.valueOf(weights[part]) : large[part];
    }

    private BigInteger product(int part) {
        return weight(part).multiply(BigInteger.valueOf(scores[part]));
    }

    private BigInteger total() {
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < parts; i++) {
            total = total.add(weight(i));
        }
        return total;
    }

    /** Each part's points in hundredths by largest remainder, ties to the earlier part; they add up to the mean, which there must be. */
    int[] shares() {
        BigInteger total = total();
        int[] shares = new int[parts];
        BigInteger[] remainders = new BigInteger[parts];
        int left = mean();
        for (int i = 0; i < parts; i++) {
            BigInteger[] division = product(i).divideAndRemainder(total);
            shares[i] = division[0].intValueExact();
            remainders[i] = division[1];
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < parts; i++) {
                if (remainders[i].compareTo(remainders[most]) > 0) {
                    most = i;
                }
            }
            shares[most]++;
            remainders[most] = BigInteger.valueOf(-1);
        }
        return shares;
    }
}
