package io.barograph.testkit.accounts;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invented account. */
final class SampleAccount {

    private static final List<SampleIndicator> INDICATORS = SampleIndicator.all();

    /** Indicators whose earlier readings are kept. */
    private static final List<String> REMEMBERED =
            List.of("logins_per_week", "seat_utilisation", "feature_breadth", "nps");

    private static final int[] DAYS_AGO = {31, 61, 92};

    /** How far an indicator strays from the account's quality. */
    private static final double SPREAD = 0.24;

    private final Dice dice;
    private final String name;
    private final LocalDate asOf;
    private final SampleProfile profile;
    private final double quality;
    private final double drift;
    private final boolean poorlyKnown;

    SampleAccount(Dice dice, String name, LocalDate asOf) {
        this.dice = dice;
        this.name = name;
        this.asOf = asOf;
        Archetype archetype = Archetype.draw(dice);
        this.quality = dice.between(archetype.lowest, archetype.highest);
        this.drift = archetype.drift * dice.between(0.4, 2.4);
        this.profile = SampleProfile.draw(dice, archetype, name, asOf);
        this.poorlyKnown = dice.chance(4);
    }

    AccountSnapshot snapshot() {
        Map<String, Observation> indicators = new LinkedHashMap<>();
        List<HistoryEntry> history = new ArrayList<>();
        for (SampleIndicator indicator : INDICATORS) {
            double strays = dice.around(SPREAD);
            Observation today = reading(indicator, strays);
            if (today != null) {
                indicators.put(indicator.name(), today);
            }
            if (REMEMBERED.contains(indicator.name())) {
                history.addAll(earlier(indicator, strays));
            }
        }
        sponsor(indicators);
        decided(history);
        return new AccountSnapshot(CompanyNames.id(name), asOf, profile.attributes(), indicators, history);
    }

    private @Nullable Observation reading(SampleIndicator indicator, double strays) {
        boolean absent = profile.small() && !indicator.smallToo();
        boolean missing = dice.chance(poorlyKnown ? 65 : indicator.missingPercent());
        int lag = dice.chance(4) ? 100 + dice.below(160) : dice.below(indicator.lagDays() + 1);
        boolean miscounted = indicator.name().equals("seat_utilisation") && dice.chance(1);
        if (absent || missing) {
            return null;
        }
        BigDecimal value = miscounted
                ? BigDecimal.valueOf(100 + dice.below(20) + 1)
                : indicator.value(clamp(quality + strays), profile.small());
        return new Observation(value, asOf.minusDays(lag), null, null);
    }

    /** Readings of the last quarter; every month further back, the account was one drift better or worse. */
    private List<HistoryEntry> earlier(SampleIndicator indicator, double strays) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < DAYS_AGO.length && i < profile.monthsKnown(); i++) {
            double then = clamp(quality - drift * (i + 1) + strays + dice.around(0.05));
            entries.add(new HistoryEntry.IndicatorEntry(
                    indicator.name(), asOf.minusDays(DAYS_AGO[i]), indicator.value(then, profile.small()), null));
        }
        return entries;
    }

    private void sponsor(Map<String, Observation> indicators) {
        double strays = clamp(quality + dice.around(0.35));
        String state = strays > 0.7 ? "engaged" : strays > 0.5 ? "occasional" : strays > 0.25 ? "silent" : "vacant";
        boolean known = !profile.small() && !dice.chance(poorlyKnown ? 65 : 9);
        LocalDate seen = asOf.minusDays(dice.below(80));
        if (known) {
            indicators.put("sponsor_engagement", new Observation(state, seen, null, null));
        }
    }

    /** For two accounts in three, what was decided a month ago. */
    private void decided(List<HistoryEntry> history) {
        boolean known = dice.chance(66);
        double then = clamp(quality - drift + dice.around(0.06));
        BigDecimal score = BigDecimal.valueOf(then * 100).setScale(2, RoundingMode.HALF_UP);
        String band = then >= 0.75 ? "green" : then >= 0.5 ? "yellow" : "red";
        String playbook = then >= 0.75 ? "Business review" : then < 0.5 ? "CSM outreach" : "CSM alert";
        boolean recommended = dice.chance(40);
        if (known && profile.monthsKnown() > 0) {
            LocalDate monthAgo = asOf.minusDays(30);
            history.add(new HistoryEntry.ScoreEntry("Overall", monthAgo, score, band));
            if (recommended) {
                history.add(new HistoryEntry.PlaybookEntry(playbook, asOf.minusDays(10 + dice.below(20))));
            }
        }
    }

    private static double clamp(double quality) {
        return Math.max(0, Math.min(1, quality));
    }
}
