package io.barograph.engine.contract;

import java.math.BigDecimal;

/**
 * How large and how fine a number may be: below 10^30 in size, with at most 30 digits after the dot. Told from scale and
 * precision alone, so that a number such as {@code 1e999999999} is never written out.
 */
final class Magnitude {

    static final int MAX_DIGITS_BEFORE_DOT = 30;
    static final int MAX_DIGITS_AFTER_DOT = 30;

    private Magnitude() {}

    static boolean tooLarge(BigDecimal value) {
        return value.signum() != 0 && (long) value.precision() - value.scale() > MAX_DIGITS_BEFORE_DOT;
    }

    /** Trailing zeros count when there are so many of them that even removing them would be work. */
    static boolean tooFine(BigDecimal value) {
        if (value.scale() <= MAX_DIGITS_AFTER_DOT) {
            return false;
        }
        return value.precision() > 1_000 || value.stripTrailingZeros().scale() > MAX_DIGITS_AFTER_DOT;
    }

    static boolean fits(BigDecimal value) {
        return !tooLarge(value) && !tooFine(value);
    }
}
