package io.barograph.engine.text;

import java.math.BigDecimal;

/**
 * How large and how fine a number from outside may be: below 10^30 in size, with at most 30 digits after the dot. Told
 * from scale and precision alone, so that a number such as {@code 1e999999999} is never written out.
 */
public final class Magnitude {

    public static final int MAX_DIGITS_BEFORE_DOT = 30;
    public static final int MAX_DIGITS_AFTER_DOT = 30;

    /** Beyond so many digits even removing trailing zeros would be work. */
    private static final int MAX_PRECISION = 1_000;

    private Magnitude() {}

    public static boolean isTooLarge(BigDecimal value) {
        return value.signum() != 0 && (long) value.precision() - value.scale() > MAX_DIGITS_BEFORE_DOT;
    }

    /** Trailing zeros do not count. */
    public static boolean isTooFine(BigDecimal value) {
        return value.scale() > MAX_DIGITS_AFTER_DOT
                && (value.precision() > MAX_PRECISION
                        || value.stripTrailingZeros().scale() > MAX_DIGITS_AFTER_DOT);
    }

    public static boolean fits(BigDecimal value) {
        return !isTooLarge(value) && !isTooFine(value);
    }

    /** The number in {@link Numbers#canonical canonical} form when it fits, otherwise as it is. */
    public static BigDecimal canonicalIfFits(BigDecimal value) {
        return fits(value) ? Numbers.canonical(value) : value;
    }
}
