package io.barograph.benchmarks.handwritten;

import java.math.BigDecimal;

/** Numbers as whole millionths. Dates share their place as days since 1970, texts as codes, booleans as 0 and 1. */
final class Micros {

    /** No usable value; below every number, so that no range admits it. */
    static final long MISSING = Long.MIN_VALUE;

    static final long ONE = 1_000_000;

    /** Millionths in a hundredth. */
    static final long HUNDREDTH = 10_000;

    private static final int DECIMALS = 6;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Micros() {}

    /** @throws ArithmeticException when the number has more than six decimals or thirteen digits before them */
    static long of(BigDecimal value) {
        int scale = value.scale();
        if (scale == 0) {
            return Math.multiplyExact(value.longValueExact(), ONE);
        }
        if (scale > 0 && scale <= DECIMALS) {
            return Math.multiplyExact(value.unscaledValue().longValueExact(), POWERS[DECIMALS - scale]);
        }
        return value.movePointRight(DECIMALS).longValueExact();
    }

    static BigDecimal decimal(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    /** Half-up, away from zero at a tie; the divisor is positive. */
    static long divide(long dividend, long divisor) {
        long quotient = (2 * Math.abs(dividend) + divisor) / (2 * divisor);
        return dividend < 0 ? -quotient : quotient;
    }

    /** Whole hundredths of a number, half-up. */
    static int hundredths(long micros) {
        return Math.toIntExact(divide(micros, HUNDREDTH));
    }
}
