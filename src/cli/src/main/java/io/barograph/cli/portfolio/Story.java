package io.barograph.cli.portfolio;

import java.util.Locale;

/** What happens to an account, from a known day on. */
public enum Story {
    /** Nothing but the noise of life: the control. */
    STEADY(34),
    /** Use ebbs away over months, then everything else follows. */
    SLOW_DECLINE(14),
    /** Our champion leaves; some accounts find another, in the others the ties and the use loosen. */
    CHAMPION_LEAVES(9),
    /** An invoice is not paid, week after week. */
    LATE_INVOICES(9),
    /** A release or an outage: tickets, escalations, bad blood, for a while. */
    TICKET_BURST(9),
    /** A competitor courts the account. */
    COMPETITOR_ARRIVES(6),
    /** A campaign of ours drives use up for a few weeks. */
    CAMPAIGN_SPIKE(7),
    /** The customer grows by itself and wants more. */
    ORGANIC_GROWTH(7),
    /** Term breaks, low season: use goes down and comes back by itself, every year. */
    SEASONAL_DIP(5);

    /** How many of a hundred accounts live through it. */
    private final int share;

    Story(int share) {
        this.share = share;
    }

    static Story draw(Chance chance) {
        int left = chance.between(0, 99);
        for (Story story : values()) {
            if (left < story.share) {
                return story;
            }
            left -= story.share;
        }
        throw new IllegalStateException("the shares of all stories must add up to 100");
    }

    /** For people, for example {@code slow decline}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
