package io.barograph.testkit.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a value moved over some days: newest against the earlier one nearest to that age. */
final class Change {

    /** A number known on a day. */
    record Dated(LocalDate date, BigDecimal value) {}

    private Change() {}

    /**
     * The one among {@code earlier} aged 0.8 to 2 times {@code days} at the as-of date that is nearest to {@code days}; on a tie
     * the older.
     */
    static @Nullable BigDecimal old(Account account, List<Dated> earlier, int days) {
        Dated best = null;
        for (Dated one : earlier) {
            long age = account.age(one.date());
            boolean inWindow = 10 * age >= 8L * days && age <= 2L * days;
            if (inWindow && (best == null || isBetter(age, account.age(best.date()), days))) {
                best = one;
            }
        }
        return best == null ? null : best.value();
    }

    private static boolean isBetter(long age, long bestAge, int days) {
        long distance = Math.abs(age - days);
        long bestDistance = Math.abs(bestAge - days);
        return distance < bestDistance || (distance == bestDistance && age > bestAge);
    }

    /** In points exactly, in percent half-up to hundredths; from 0 there is no percent change. */
    static @Nullable BigDecimal between(@Nullable BigDecimal old, @Nullable BigDecimal now, boolean percent) {
        if (old == null || now == null) {
            return null;
        }
        BigDecimal points = now.subtract(old);
        if (!percent) {
            return points;
        }
        return old.signum() == 0 ? null : new Fraction(points.multiply(BigDecimal.valueOf(100)), old.abs()).rounded(2);
    }
}
