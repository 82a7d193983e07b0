package io.barograph.engine.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Numbers and days as most are written, read from bytes without a text between; null for whatever is written otherwise. */
final class PlainValue {

    /** So many digits always fit a long. */
    private static final int MAX_DIGITS = 18;

    private static final int DAY_LENGTH = 10;
    private static final BigDecimal[] WHOLE = new BigDecimal[1_001];

    static {
        for (int i = 0; i < WHOLE.length; i++) {
            WHOLE[i] = BigDecimal.valueOf(i);
        }
    }

    private PlainValue() {}

    /** An optional sign, digits, and a dot with digits at most: the canonical number. */
    static @Nullable BigDecimal number(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        if (to - at > MAX_DIGITS + 1 || at == to) {
            return null;
        }
        long unscaled = 0;
        int dot = -1;
        int first = at;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                unscaled = unscaled * 10 + digit;
            } else if (bytes[at] == '.' && dot < 0 && at > first && at < to - 1) {
                dot = at;
            } else {
                return null;
            }
        }
        if (dot < 0 && to - first > MAX_DIGITS) {
            return null;
        }
        return canonical(negative ? -unscaled : unscaled, dot < 0 ? 0 : to - dot - 1);
    }

    private static BigDecimal canonical(long digits, int places) {
        long unscaled = digits;
        int scale = places;
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        return scale == 0 && unscaled >= 0 && unscaled < WHOLE.length
                ? WHOLE[(int) unscaled]
                : BigDecimal.valueOf(unscaled, scale);
    }

    /** An ISO date of the calendar. */
    static @Nullable LocalDate day(byte[] bytes, int from, int to) {
        if (to - from != DAY_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return null;
        }
        int year = digits(bytes, from, 4);
        int month = digits(bytes, from + 5, 2);
        int day = digits(bytes, from + 8, 2);
        boolean exists = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** Negative when one is no digit. */
    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
