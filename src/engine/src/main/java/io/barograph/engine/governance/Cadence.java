package io.barograph.engine.governance;

import java.util.Locale;

/** How often something is reviewed. */
public enum Cadence {
    MONTH(1, "`2026-01`"),
    QUARTER(3, "`2026-Q1`"),
    HALF_YEAR(6, "`2026-H1`"),
    YEAR(12, "`2026`");

    private final int months;
    private final String example;

    Cadence(int months, String example) {
        this.months = months;
        this.example = example;
    }

    /** How long one period is. */
    public int months() {
        return months;
    }

    /** How a period of it is written, for messages. */
    String example() {
        return example;
    }

    /** For example {@code half-year}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
