package io.barograph.cli.portfolio;

import java.util.Locale;

/** Which kind of customer an account is, by its business model and what it pays; contracts follow from it. */
public enum Segment {
    ENTERPRISE(18, 5.05, 6.1),
    MID_MARKET(34, 4.05, 4.95),
    SMB(36, 3.0, 3.98),
    MARKETPLACE(12, 4.1, 5.6);

    /** How many of a hundred accounts. */
    private final int share;

    /** Decimal logarithms of the least and greatest ARR at the start. */
    private final double least;

    private final double greatest;

    Segment(int share, double least, double greatest) {
        this.share = share;
        this.least = least;
        this.greatest = greatest;
    }

    static Segment draw(Chance chance) {
        int left = chance.between(0, 99);
        for (Segment segment : values()) {
            if (left < segment.share) {
                return segment;
            }
            left -= segment.share;
        }
        throw new IllegalStateException("the shares of all segments must add up to 100");
    }

    /** In USD a year, in hundreds. */
    int arr(Chance chance) {
        return (int) Math.round(StrictMath.pow(10, chance.between(least, greatest)) / 100) * 100;
    }

    /** As the shipped model calls it, for example {@code mid-market}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
