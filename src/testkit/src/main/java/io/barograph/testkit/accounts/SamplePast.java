package io.barograph.testkit.accounts;

import io.barograph.engine.decision.HistoryEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is known of an account's last quarter: readings, scores and recommendations. */
final class SamplePast {

    /** Indicators whose earlier readings are kept. */
    private static final Set<String> REMEMBERED = Set.of(
            "logins_per_week",
            "seat_utilisation",
            "feature_breadth",
            "entitlement_usage",
            "ticket_sentiment",
            "email_engagement",
            "champion_response_time",
            "nps",
            "active_suppliers",
            "active_buyers");

    private static final int[] MONTHS = {31, 61, 92};
    private static final int[] WEEKS = {7, 14, 21};
    private static final double DAYS_OF_A_MONTH = 30;

    private final Dice dice;
    private final LocalDate asOf;
    private final SampleProfile profile;
    private final double quality;
    private final double drift;

    /** @param drift how much the quality changes in a month */
    SamplePast(Dice dice, LocalDate asOf, SampleProfile profile, double quality, double drift) {
        this.dice = dice;
        this.asOf = asOf;
        this.profile = profile;
        this.quality = quality;
        this.drift = drift;
    }

    /** Logins are kept by the week, as they leap about; all others by the month. */
    List<HistoryEntry> readings(SampleIndicator indicator, double strays) {
        List<HistoryEntry> entries = new ArrayList<>();
        if (!REMEMBERED.contains(indicator.name()) || !indicator.heldBy(profile)) {
            return entries;
        }
        if (indicator.name().equals("logins_per_week") && profile.monthsKnown() > 0) {
            for (int days : WEEKS) {
                entries.add(reading(indicator, days, strays + dice.around(0.08)));
            }
        }
        for (int i = 0; i < MONTHS.length && i < profile.monthsKnown(); i++) {
            entries.add(reading(indicator, MONTHS[i], strays + dice.around(0.05)));
        }
        return entries;
    }

    private HistoryEntry reading(SampleIndicator indicator, int daysAgo, double strays) {
        BigDecimal value = indicator.value(SampleAccount.clamp(then(daysAgo) + strays), profile.small());
        return new HistoryEntry.IndicatorEntry(indicator.name(), asOf.minusDays(daysAgo), value, null);
    }

    /** For two accounts in three, what was decided in each of the last months. */
    List<HistoryEntry> decisions() {
        List<HistoryEntry> entries = new ArrayList<>();
        boolean known = dice.chance(66);
        boolean recommended = dice.chance(40);
        for (int month = Math.min(3, profile.monthsKnown()); known && month > 0; month--) {
            double then = SampleAccount.clamp(then(month * 30) + dice.around(0.05));
            BigDecimal score = BigDecimal.valueOf(then * 100).setScale(2, RoundingMode.HALF_UP);
            entries.add(new HistoryEntry.ScoreEntry("Overall", asOf.minusDays(month * 30L), score, band(then)));
            entries.add(new HistoryEntry.ScoreEntry("Retention", asOf.minusDays(month * 30L), score, band(then)));
        }
        if (known && recommended && profile.monthsKnown() > 0) {
            double then = then(30);
            String playbook = then >= 0.75 ? "Business review" : then < 0.5 ? "CSM outreach" : "CSM alert";
            entries.add(new HistoryEntry.PlaybookEntry(playbook, asOf.minusDays(10 + dice.below(20))));
        }
        return entries;
    }

    private double then(int daysAgo) {
        return quality - drift * daysAgo / DAYS_OF_A_MONTH;
    }

    private static String band(double then) {
        return then >= 0.75 ? "green" : then >= 0.5 ? "yellow" : "red";
    }
}
