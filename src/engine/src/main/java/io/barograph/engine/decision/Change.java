package io.barograph.engine.decision;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Change of a value over N days: new minus old, or in percent of |old|, half-up to hundredths. Old is the earlier value aged 0.8 N to 2 N
 * days at the as-of date whose age is nearest to N; on a tie the older.
 */
final class Change {

    private static final int PERCENT_DECIMALS = 2;

    private final int days;
    private @Nullable BigDecimal old;
    private long oldAge;

    Change(int days) {
        this.days = days;
    }

    /** A value before the new one, and its age in days. */
    void offer(long age, BigDecimal value) {
        boolean inWindow = isInWindow(age, days);
        long distance = Math.abs(age - days);
        long least = Math.abs(oldAge - days);
        if (inWindow && (old == null || distance < least || (distance == least && age > oldAge))) {
            old = value;
            oldAge = age;
        }
    }

    /** Whether a value of that age may be the old one. */
    static boolean isInWindow(long age, int days) {
        return age * 5 >= days * 4L && age <= days * 2L;
    }

    /** Null when no earlier value will do, or in percent when it is 0. */
    @Nullable BigDecimal to(BigDecimal now, boolean percent) {
        if (old == null) {
            return null;
        }
        BigDecimal points = now.subtract(old);
        return percent ? percentOf(points, old) : Numbers.canonical(points);
    }

    private static @Nullable BigDecimal percentOf(BigDecimal points, BigDecimal old) {
        if (old.signum() == 0) {
            return null;
        }
        BigDecimal hundredfold = points.multiply(BigDecimal.valueOf(100), MathContext.UNLIMITED);
        return Numbers.canonical(hundredfold.divide(old.abs(), PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
