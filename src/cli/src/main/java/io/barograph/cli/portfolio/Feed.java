package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.Locale;

/** A system that readings come from, with its habits and faults. */
enum Feed {
    TELEMETRY(3, 1, 0.04, 0.12),
    DESK(1, 0, 0.02, 0.05),
    BILLING(0, 0, 0.01, 0.03),
    CRM(6, 1, 0.05, 0.06),
    SURVEYS(20, 3, 0.05, 0),
    MARKETING(6, 2, 0.04, 0.08);

    private static final int LONGEST_DELAY = 12;

    /** Greatest age in days of a reading when it is due. */
    private final int lag;

    /** Days until a reading arrives, at most, when nothing is wrong. */
    private final int transit;

    /** How many readings come late, by up to {@value #LONGEST_DELAY} days more. */
    private final double late;

    /** The probability that the feed of an account breaks down once in the time that is watched. */
    private final double breaksDown;

    Feed(int lag, int transit, double late, double breaksDown) {
        this.lag = lag;
        this.transit = transit;
        this.late = late;
        this.breaksDown = breaksDown;
    }

    static Feed named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The day a reading that is due on a day is really of. */
    LocalDate observed(LocalDate due, Chance chance) {
        return due.minusDays(chance.between(0, lag));
    }

    /** On-premises installations report late three times as often. */
    LocalDate arrives(LocalDate observed, boolean onPremises, Chance chance) {
        double slow = onPremises && this == TELEMETRY ? 3 * late : late;
        int days = chance.between(0, transit);
        boolean isLate = chance.happens(slow);
        int delay = chance.between(2, LONGEST_DELAY);
        return observed.plusDays(isLate ? days + delay : days);
    }

    /** The weeks in which nothing comes, drawn from all weeks. */
    Outage outage(Chance chance, int weeks) {
        boolean broken = chance.happens(breaksDown);
        int from = chance.between(0, weeks - 1);
        int length = chance.between(3, 9);
        return broken ? new Outage(from, from + length) : Outage.NONE;
    }

    /**
     * A time without readings.
     *
     * @param from first week
     * @param to first week after it
     */
    record Outage(int from, int to) {
        static final Outage NONE = new Outage(0, 0);

        boolean covers(int week) {
            return week >= from && week < to;
        }
    }
}
