package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.benchmarks.handwritten.SegmentTables.Smoothing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What readings come to: processed values, and changes over some days. */
final class Measuring {

    /** Relative error of one operation on binary fractions is at most half of this. */
    private static final double ULP = Math.ulp(1.0);

    private static final long FULL = 100 * Micros.ONE;

    private Measuring() {}

    /** @return {@link Micros#MISSING} when no reading is young enough */
    static long processed(@Nullable Reading newest, Smoothing how, boolean number, int asOf) {
        if (newest == null || asOf - newest.day > how.maxAge) {
            return Micros.MISSING;
        }
        if (!number) {
            return newest.value;
        }
        Reading second = newest.older;
        if (how.halfLife == 0 || second == null || asOf - second.day > how.maxAge) {
            return discounted(newest, how);
        }
        return smoothed(newest, how, asOf);
    }

    private static long discounted(Reading reading, Smoothing how) {
        if (reading.share == 0 || how.discount == 0) {
            return reading.value;
        }
        long cut = reading.share * how.discount;
        long kept = FULL - cut / Micros.ONE;
        if (cut % Micros.ONE == 0 && kept % Micros.HUNDREDTH == 0) {
            long product = Math.multiplyExact(reading.value, kept / Micros.HUNDREDTH);
            if (product % 10_000 == 0) {
                return product / 10_000;
            }
        }
        BigDecimal share = Micros.decimal(reading.share);
        return Micros.of(Micros.decimal(reading.value)
                .multiply(BigDecimal.valueOf(100).subtract(share.multiply(Micros.decimal(how.discount))))
                .movePointLeft(2)
                .stripTrailingZeros());
    }

    /** Σ v·2^(−age/H) ÷ Σ 2^(−age/H) to the nearest millionth. */
    private static long smoothed(Reading newest, Smoothing how, int asOf) {
        double sum = 0;
        double weights = 0;
        double greatest = 0;
        int count = 0;
        for (Reading reading = newest; reading != null && asOf - reading.day <= how.maxAge; reading = reading.older) {
            double weight = how.weight(newest.day - reading.day);
            double value = discounted(reading, how);
            sum += weight * value;
            weights += weight;
            greatest = Math.max(greatest, Math.abs(value));
            count++;
        }
        double mean = sum / weights;
        double whole = Math.rint(mean);
        if (0.5 - Math.abs(mean - whole) <= greatest * (4.0 * count + 16) * ULP) {
            throw new ArithmeticException("a smoothed value too close to a tie for binary fractions");
        }
        return (long) whole;
    }

    /** Change of an indicator, from the reading aged nearest to so many days; {@link Micros#MISSING} when there is none. */
    static long change(@Nullable Reading newest, int days, boolean percent, int asOf) {
        if (newest == null) {
            return Micros.MISSING;
        }
        Reading old = null;
        int nearest = 0;
        for (Reading reading = newest.older; reading != null; reading = reading.older) {
            int age = asOf - reading.day;
            int distance = Math.abs(age - days);
            if (isInWindow(age, days) && (old == null || distance <= nearest)) {
                old = reading;
                nearest = distance;
            }
        }
        return old == null ? Micros.MISSING : change(newest.value, old.value, percent);
    }

    /** The same for a score. */
    static long change(@Nullable PastScore newest, long now, int days, boolean percent, int asOf) {
        PastScore old = null;
        int nearest = 0;
        for (PastScore past = newest; past != null; past = past.older) {
            int age = asOf - past.day;
            int distance = Math.abs(age - days);
            if (past.value != Micros.MISSING && isInWindow(age, days) && (old == null || distance <= nearest)) {
                old = past;
                nearest = distance;
            }
        }
        return old == null ? Micros.MISSING : change(now, old.value, percent);
    }

    private static boolean isInWindow(int age, int days) {
        return age * 5L >= days * 4L && age <= days * 2L;
    }

    private static long change(long now, long old, boolean percent) {
        if (!percent) {
            return now - old;
        }
        return old == 0
                ? Micros.MISSING
                : Micros.divide(Math.multiplyExact(now - old, 10_000L), Math.abs(old)) * Micros.HUNDREDTH;
    }

    /** Days since the first of the unbroken run of latest entries with a band. */
    static int daysInBand(@Nullable PastScore newest, int band, int asOf) {
        int since = asOf;
        for (PastScore past = newest; past != null && past.bandCode == band; past = past.older) {
            since = past.day;
        }
        return asOf - since;
    }
}
