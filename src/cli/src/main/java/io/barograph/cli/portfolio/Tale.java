package io.barograph.cli.portfolio;

import static io.barograph.cli.portfolio.Factor.APPETITE;
import static io.barograph.cli.portfolio.Factor.CHAMPION;
import static io.barograph.cli.portfolio.Factor.DEMAND;
import static io.barograph.cli.portfolio.Factor.PAYMENT;
import static io.barograph.cli.portfolio.Factor.RELATIONSHIP;
import static io.barograph.cli.portfolio.Factor.SUPPLY;
import static io.barograph.cli.portfolio.Factor.SUPPORT;
import static io.barograph.cli.portfolio.Factor.UNRIVALLED;
import static io.barograph.cli.portfolio.Factor.USAGE;
import static io.barograph.cli.portfolio.Factor.VALUE;

import java.util.List;

/**
 * How a story goes: effects on factors that set in over {@code rise}, last for {@code hold} and go away over {@code fade}.
 *
 * @param passing the probability that it goes away at all
 */
record Tale(Weeks rise, Weeks hold, Weeks fade, double passing, List<Effect> effects) {

    /** A span of weeks to draw from, both ends included. */
    record Weeks(int from, int to) {
        static final Weeks NONE = new Weeks(0, 0);

        int draw(Chance chance) {
            return chance.between(from, to);
        }
    }

    /**
     * What a story does to a factor.
     *
     * @param change of the factor when a story of depth 1 is at its height
     * @param delay weeks by which it comes later than the story
     */
    record Effect(Factor factor, double change, int delay) {}

    private Tale(Weeks rise, Weeks hold, Weeks fade, double passing, Effect... effects) {
        this(rise, hold, fade, passing, List.of(effects));
    }

    private static Tale forGood(Weeks rise, Effect... effects) {
        return new Tale(rise, Weeks.NONE, Weeks.NONE, 0, effects);
    }

    static Tale of(Story story) {
        return switch (story) {
            case STEADY -> forGood(Weeks.NONE);
            case SLOW_DECLINE ->
                forGood(
                        new Weeks(16, 36),
                        new Effect(USAGE, -0.60, 0),
                        new Effect(DEMAND, -0.55, 0),
                        new Effect(SUPPLY, -0.45, 4),
                        new Effect(APPETITE, -0.25, 0),
                        new Effect(RELATIONSHIP, -0.35, 5),
                        new Effect(CHAMPION, -0.30, 8),
                        new Effect(VALUE, -0.35, 9));
            case CHAMPION_LEAVES ->
                new Tale(
                        new Weeks(1, 3),
                        new Weeks(14, 30),
                        new Weeks(6, 12),
                        0.4,
                        new Effect(CHAMPION, -1.4, 0),
                        new Effect(RELATIONSHIP, -0.35, 2),
                        new Effect(USAGE, -0.18, 8),
                        new Effect(VALUE, -0.12, 10));
            case LATE_INVOICES ->
                new Tale(new Weeks(7, 16), new Weeks(1, 6), new Weeks(1, 2), 0.7, new Effect(PAYMENT, -1, 0));
            case TICKET_BURST ->
                new Tale(
                        new Weeks(1, 3),
                        new Weeks(3, 8),
                        new Weeks(2, 5),
                        0.9,
                        new Effect(SUPPORT, -0.80, 0),
                        new Effect(USAGE, -0.10, 1),
                        new Effect(RELATIONSHIP, -0.15, 3));
            case COMPETITOR_ARRIVES ->
                forGood(
                        new Weeks(6, 14),
                        new Effect(UNRIVALLED, -0.85, 0),
                        new Effect(RELATIONSHIP, -0.25, 4),
                        new Effect(VALUE, -0.10, 8),
                        new Effect(USAGE, -0.15, 10));
            // what it adds is not the account's own: Course keeps it apart
            case CAMPAIGN_SPIKE -> new Tale(new Weeks(1, 2), new Weeks(3, 7), new Weeks(2, 4), 1);
            case ORGANIC_GROWTH ->
                forGood(
                        new Weeks(14, 30),
                        new Effect(APPETITE, 0.65, 0),
                        new Effect(USAGE, 0.30, 0),
                        new Effect(DEMAND, 0.35, 0),
                        new Effect(SUPPLY, 0.30, 2),
                        new Effect(VALUE, 0.15, 6));
            case SEASONAL_DIP ->
                new Tale(
                        new Weeks(1, 3),
                        new Weeks(3, 6),
                        new Weeks(1, 3),
                        1,
                        new Effect(USAGE, -0.45, 0),
                        new Effect(DEMAND, -0.45, 0),
                        new Effect(APPETITE, -0.15, 0));
        };
    }
}
