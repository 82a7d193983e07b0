package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which portfolio to invent. Equal plans give equal portfolios; of two plans that differ in {@code accounts} alone, the
 * smaller is the beginning of the larger.
 *
 * @param accounts 1 to {@value #MAX_ACCOUNTS}, those that leave on the way included
 * @param months {@value #MIN_MONTHS} to {@value #MAX_MONTHS}, so that a story has room
 * @param asOf the last day
 */
public record Plan(long seed, int accounts, int months, LocalDate asOf) {

    public static final int MAX_ACCOUNTS = 100_000;
    public static final int MIN_MONTHS = 3;
    public static final int MAX_MONTHS = 60;

    private static final double WEEKS_A_MONTH = 365.25 / 12 / 7;

    public Plan {
        if (accounts < 1 || accounts > MAX_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "accounts must be between 1 and %,d, but is %d".formatted(MAX_ACCOUNTS, accounts));
        }
        if (months < MIN_MONTHS || months > MAX_MONTHS) {
            throw new IllegalArgumentException(
                    "months must be between %d and %d, but is %d".formatted(MIN_MONTHS, MAX_MONTHS, months));
        }
    }

    /** The number of the last week; the first is 0. */
    public int lastWeek() {
        return (int) Math.round(months * WEEKS_A_MONTH);
    }

    /** The day a week's readings are of, and accounts are looked at: a whole number of weeks before the last day. */
    public LocalDate day(int week) {
        return asOf.minusWeeks((long) lastWeek() - week);
    }

    /** The day of every week. */
    List<LocalDate> days() {
        return IntStream.rangeClosed(0, lastWeek()).mapToObj(this::day).toList();
    }
}
