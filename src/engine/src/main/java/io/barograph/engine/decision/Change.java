package io.barograph.engine.decision;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Change of a value over N days. */
final class Change {

    private static final int PERCENT_DECIMALS = 2;

    /** A dated value. */
    record Point(LocalDate date, BigDecimal value) {}

    private Change() {}

    /**
     * New minus old, or in percent of |old|, half-up to hundredths. Old is the earlier point aged 0.8 N to 2 N days at the as-of
     * date whose age is nearest to N; on a tie the older.
     *
     * @param earlier points before the new value, in any order
     * @return null when there is no such point, or in percent when it is 0
     */
    static @Nullable BigDecimal over(List<Point> earlier, LocalDate asOf, int days, BigDecimal now, boolean percent) {
        Point old = null;
        long oldDistance = 0;
        for (Point point : earlier) {
            long age = ChronoUnit.DAYS.between(point.date(), asOf);
            long distance = Math.abs(age - days);
            boolean inWindow = age * 5 >= days * 4L && age <= days * 2L;
            if (inWindow
                    && (old == null
                            || distance < oldDistance
                            || (distance == oldDistance && point.date().isBefore(old.date())))) {
                old = point;
                oldDistance = distance;
            }
        }
        if (old == null) {
            return null;
        }
        BigDecimal points = now.subtract(old.value());
        return percent ? percentOf(points, old.value()) : Numbers.canonical(points);
    }

    private static @Nullable BigDecimal percentOf(BigDecimal points, BigDecimal old) {
        if (old.signum() == 0) {
            return null;
        }
        BigDecimal hundredfold = points.multiply(BigDecimal.valueOf(100), MathContext.UNLIMITED);
        return Numbers.canonical(hundredfold.divide(old.abs(), PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
