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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One invented account. */
final class SampleAccount {

    private static final List<SampleIndicator> INDICATORS = SampleIndicator.all();

    /** What a campaign drives up for a while, and the share of it that the campaign takes. */
    private static final Set<String> DRIVEN_BY_CAMPAIGNS =
            Set.of("logins_per_week", "email_engagement", "webinar_attendance", "premium_exploration");

    private static final double CAMPAIGN_FACTOR = 1.8;
    private static final BigDecimal CAMPAIGN_SHARE = new BigDecimal("0.45");

    /** How far an indicator strays from the account's quality. */
    private static final double SPREAD = 0.24;

    private final Dice dice;
    private final String name;
    private final LocalDate asOf;
    private final SampleProfile profile;
    private final double quality;
    private final SamplePast past;
    private final boolean poorlyKnown;
    private final boolean campaign;

    SampleAccount(Dice dice, String name, LocalDate asOf) {
        this.dice = dice;
        this.name = name;
        this.asOf = asOf;
        Archetype archetype = Archetype.draw(dice);
        this.quality = dice.between(archetype.lowest, archetype.highest);
        double drift = archetype.drift * dice.between(0.4, 2.4);
        this.profile = SampleProfile.draw(dice, archetype, name, asOf);
        this.past = new SamplePast(dice, asOf, profile, quality, drift);
        this.poorlyKnown = dice.chance(4);
        this.campaign = dice.chance(8);
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
            history.addAll(past.readings(indicator, strays));
        }
        ratio(indicators);
        words(indicators);
        history.addAll(past.decisions());
        return new AccountSnapshot(CompanyNames.id(name), asOf, profile.attributes(), indicators, history);
    }

    private @Nullable Observation reading(SampleIndicator indicator, double strays) {
        boolean missing = dice.chance(poorlyKnown ? 65 : indicator.missingPercent());
        int lag = dice.chance(4) ? 100 + dice.below(160) : dice.below(indicator.lagDays() + 1);
        boolean miscounted = indicator.name().equals("seat_utilisation") && dice.chance(1);
        if (missing || !indicator.heldBy(profile)) {
            return null;
        }
        LocalDate seen = asOf.minusDays(lag);
        if (miscounted) {
            return new Observation(BigDecimal.valueOf(100 + dice.below(20) + 1), seen, null, null);
        }
        BigDecimal value = indicator.value(clamp(quality + strays), profile.small());
        return campaign && DRIVEN_BY_CAMPAIGNS.contains(indicator.name())
                ? new Observation(raised(value, indicator.decimals()), seen, null, CAMPAIGN_SHARE)
                : new Observation(value, seen, null, null);
    }

    private static BigDecimal raised(BigDecimal value, int decimals) {
        return value.multiply(BigDecimal.valueOf(CAMPAIGN_FACTOR))
                .min(BigDecimal.valueOf(100))
                .setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Buyers for each supplier, when both are counted. */
    private static void ratio(Map<String, Observation> indicators) {
        Observation suppliers = indicators.get("active_suppliers");
        Observation buyers = indicators.get("active_buyers");
        if (suppliers != null
                && buyers != null
                && suppliers.value() instanceof BigDecimal sellers
                && buyers.value() instanceof BigDecimal visitors) {
            indicators.put(
                    "cross_side_ratio",
                    new Observation(
                            visitors.divide(sellers, 1, RoundingMode.HALF_UP), buyers.observedAt(), null, null));
        }
    }

    private void words(Map<String, Observation> indicators) {
        String sponsor = SampleWords.sponsorEngagement(clamp(quality + dice.around(0.35)));
        String champion = SampleWords.championStatus(clamp(quality + dice.around(0.35)));
        String renewal = SampleWords.renewalConversation(clamp(quality + dice.around(0.35)), profile.daysToRenewal());
        boolean large = profile.marketplace() || !profile.small();
        word(indicators, "sponsor_engagement", sponsor, 80, large);
        word(indicators, "champion_status", champion, 25, large && !profile.marketplace());
        word(indicators, "renewal_conversation", renewal, 25, large);
    }

    private void word(Map<String, Observation> indicators, String indicator, String word, int lagDays, boolean held) {
        boolean known = !dice.chance(poorlyKnown ? 65 : 9);
        LocalDate seen = asOf.minusDays(dice.below(lagDays));
        if (known && held) {
            indicators.put(indicator, new Observation(word, seen, null, null));
        }
    }

    static double clamp(double quality) {
        return Math.max(0, Math.min(1, quality));
    }
}
