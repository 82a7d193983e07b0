package io.barograph.cli.portfolio;

/**
 * A story as one account lives through it. Weeks count from the first day of the portfolio.
 *
 * @param onset first week in which it is felt
 * @param rise weeks until its height
 * @param end first week in which it goes away again; {@link Integer#MAX_VALUE} when it stays
 * @param fade weeks until it is gone
 * @param depth how strong it is, 0–1
 */
record Plot(Story story, int onset, int rise, int end, int fade, double depth) {

    static final Plot STEADY = new Plot(Story.STEADY, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0, 0);

    private static final int YEAR = 52;

    /** @param start first and {@code last} last week in which the account is seen */
    static Plot draw(Chance chance, int start, int last) {
        Story story = Story.draw(chance);
        int room = last - start;
        int onset = start + (int) Math.round(room * chance.between(0.25, 0.70));
        Tale tale = Tale.of(story);
        int rise = tale.rise().draw(chance);
        int hold = tale.hold().draw(chance);
        int fade = tale.fade().draw(chance);
        boolean passes = chance.happens(tale.passing());
        double depth = story == Story.LATE_INVOICES
                ? Math.min(1, rise * 7.0 / Factor.WORST_DAYS_PAST_DUE)
                : chance.between(0.5, 1.0);
        return story == Story.STEADY
                ? STEADY
                : new Plot(story, onset, rise, passes ? onset + rise + hold : Integer.MAX_VALUE, fade, depth);
    }

    /** How much of it is felt in a week: 0 before it, its depth at its height. */
    double force(int week) {
        if (story == Story.SEASONAL_DIP && week >= onset) {
            return once(onset + (week - onset) % YEAR);
        }
        return once(week);
    }

    private double once(int week) {
        if (week < onset) {
            return 0;
        }
        double risen = rise == 0 ? 1 : Math.min(1, (week - onset + 1.0) / rise);
        double left = week < end ? 1 : fade == 0 ? 0 : Math.max(0, 1 - (week - end + 1.0) / fade);
        return depth * Math.min(risen, left);
    }

    /** The first week in which nothing of it is left (for a season: the first time); {@link Integer#MAX_VALUE} when it stays. */
    int gone() {
        return end == Integer.MAX_VALUE ? end : end + fade;
    }
}
