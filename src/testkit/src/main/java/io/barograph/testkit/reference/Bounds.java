package io.barograph.testkit.reference;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number between 0 and 1 that is not known better than to lie between two.
 *
 * @param low in units of 2^(−bits)
 * @param high in units of 2^(−bits)
 */
record Bounds(BigInteger low, BigInteger high, int bits) {

    private static final Map<String, Bounds> ROOTS = new ConcurrentHashMap<>();

    /** Around the {@code degree}-th root of ½. */
    static Bounds ofRootOfHalf(int degree, int bits) {
        return ROOTS.computeIfAbsent(degree + "/" + bits, any -> bisected(degree, bits));
    }

    private static Bounds bisected(int degree, int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        BigInteger low = half;
        BigInteger high = BigInteger.ONE.shiftLeft(bits);
        while (high.subtract(low).bitLength() > 1) {
            BigInteger middle = low.add(high).shiftRight(1);
            Bounds power = new Bounds(middle, middle, bits).power(degree);
            if (power.high().compareTo(half) <= 0) {
                low = middle;
            } else if (power.low().compareTo(half) >= 0) {
                high = middle;
            } else {
                break;
            }
        }
        return new Bounds(low, high, bits);
    }

    Bounds power(int exponent) {
        Bounds power = new Bounds(BigInteger.ONE.shiftLeft(bits), BigInteger.ONE.shiftLeft(bits), bits);
        for (int bit = Integer.highestOneBit(exponent); bit > 0; bit >>= 1) {
            power = power.times(power);
            power = (exponent & bit) == 0 ? power : power.times(this);
        }
        return power;
    }

    private Bounds times(Bounds other) {
        BigInteger roundUp = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return new Bounds(
                low.multiply(other.low).shiftRight(bits),
                high.multiply(other.high).add(roundUp).shiftRight(bits),
                bits);
    }
}
