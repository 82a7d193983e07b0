package io.barograph.engine.decision;

import java.time.LocalDate;

/** Dates as days since 1970, fastest for dates of the same month one after the other. */
final class DayCount {

    private int year;
    private int month;
    private int beforeFirst;

    /** @throws ArithmeticException when it is some millions of years away */
    int day(LocalDate date) {
        if (date.getMonthValue() != month || date.getYear() != year) {
            year = date.getYear();
            month = date.getMonthValue();
            beforeFirst = Math.toIntExact(date.toEpochDay()) - date.getDayOfMonth();
        }
        return beforeFirst + date.getDayOfMonth();
    }
}
