package io.barograph.engine.workbook;

import java.time.LocalDate;
import java.util.Optional;

/** How a workbook counts days. */
enum DateSystem {
    /** Day 1 is 1900-01-01, and day 60 the 29 February 1900 that never was. */
    FROM_1900 {
        @Override
        LocalDate start(long day) {
            return day < LEAP_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        }

        @Override
        boolean exists(long day) {
            return day >= 1 && day != LEAP_DAY;
        }
    },
    /** Day 0 is 1904-01-01. */
    FROM_1904 {
        @Override
        LocalDate start(long day) {
            return LocalDate.of(1904, 1, 1);
        }

        @Override
        boolean exists(long day) {
            return day >= 0;
        }
    };

    private static final long LEAP_DAY = 60;
    /** No spreadsheet program shows a later day than 9999-12-31, which this is counting from 1900. */
    private static final long LAST_DAY = 2_958_465;

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    abstract LocalDate start(long day);

    abstract boolean exists(long day);

    /** The date a number means, its time of day dropped; empty when it means none. */
    Optional<LocalDate> date(double serial) {
        long day = (long) Math.floor(serial);
        if (!exists(day) || day > LAST_DAY) {
            return Optional.empty();
        }
        return Optional.of(start(day).plusDays(day)).filter(date -> !date.isAfter(LAST));
    }
}
