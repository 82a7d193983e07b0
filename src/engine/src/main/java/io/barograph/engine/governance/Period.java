package io.barograph.engine.governance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar month, quarter, half-year or year, written {@code 2026-01}, {@code 2026-Q1}, {@code 2026-H1} or {@code 2026}.
 *
 * @param start its first month
 */
public record Period(Cadence cadence, YearMonth start) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{3})(?:-(Q|H)?([0-9]{1,2}))?");

    /** Empty when the text is no period of that length. */
    static Optional<Period> parse(Cadence cadence, String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        int number = written.group(3) == null ? 1 : Integer.parseInt(written.group(3));
        if (number < 1 || number > 12 / cadence.months()) {
            return Optional.empty();
        }
        Period period = new Period(cadence, YearMonth.of(year, 1 + (number - 1) * cadence.months()));
        return Optional.of(period).filter(one -> one.toString().equals(text));
    }

    public LocalDate lastDay() {
        return start.plusMonths(cadence.months() - 1L).atEndOfMonth();
    }

    public Period next() {
        return new Period(cadence, start.plusMonths(cadence.months()));
    }

    @Override
    public String toString() {
        int number = 1 + (start.getMonthValue() - 1) / cadence.months();
        return switch (cadence) {
            case MONTH -> start.toString();
            case QUARTER -> start.getYear() + "-Q" + number;
            case HALF_YEAR -> start.getYear() + "-H" + number;
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
