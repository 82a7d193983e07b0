package io.barograph.testkit.accounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an invented account is.
 *
 * @param attributes by contract name
 * @param small whether its ARR makes it a small account
 * @param marketplace whether it runs a marketplace
 * @param monthsKnown for how many months there are readings
 */
record SampleProfile(
        Map<String, @Nullable Object> attributes,
        boolean small,
        boolean marketplace,
        int monthsKnown,
        int daysToRenewal) {

    private static final Map<String, String> INDUSTRY_OF_NAME = Map.ofEntries(
            Map.entry("Bank", "fintech"),
            Map.entry("Insurance", "fintech"),
            Map.entry("Care", "healthcare"),
            Map.entry("Clinics", "healthcare"),
            Map.entry("College", "education"),
            Map.entry("Freight", "logistics"),
            Map.entry("Logistics", "logistics"),
            Map.entry("Media", "media"),
            Map.entry("Press", "media"),
            Map.entry("Retail", "retail"),
            Map.entry("Foods", "retail"),
            Map.entry("Software", "software"),
            Map.entry("Analytics", "software"),
            Map.entry("Labs", "software"),
            Map.entry("Partners", "professional services"),
            Map.entry("Group", "professional services"),
            Map.entry("Energy", "public sector"));

    private static final List<String> REGIONS =
            List.of("EMEA", "EMEA", "North America", "North America", "Asia Pacific", "Latin America");
    private static final List<String> LARGE_DEPLOYMENTS =
            List.of("cloud", "cloud", "private cloud", "hybrid", "on-premises");
    private static final List<String> SMALL_CONTRACTS = List.of("monthly", "monthly", "annual");
    private static final List<String> LARGE_CONTRACTS = List.of("annual", "annual", "multi-year");
    private static final List<String> TROUBLES =
            List.of("notice given", "notice given", "payment hold", "in renegotiation", "legal dispute");

    static SampleProfile draw(Dice dice, Archetype archetype, String name, LocalDate asOf) {
        int arr = arr(dice);
        boolean small = arr <= 10_000;
        int monthsAsCustomer = 1 + dice.below(60);
        int daysToRenewal = dice.below(365) - (dice.chance(5) ? 30 : 0);
        boolean troubled = dice.chance(archetype.troubled);
        boolean arrKnown = !dice.chance(1);
        boolean marketplace = dice.chance(7);
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("account_name", name);
        if (arrKnown) {
            attributes.put("arr", BigDecimal.valueOf(arr));
        }
        attributes.put("renewal_date", asOf.plusDays(daysToRenewal));
        attributes.put("lifecycle_stage", stage(dice, archetype, monthsAsCustomer, daysToRenewal));
        attributes.put(
                "industry", INDUSTRY_OF_NAME.getOrDefault(name.substring(name.indexOf(' ') + 1), "manufacturing"));
        attributes.put("region", dice.oneOf(REGIONS));
        attributes.put("deployment", small ? "cloud" : dice.oneOf(LARGE_DEPLOYMENTS));
        attributes.put("contract", dice.oneOf(small ? SMALL_CONTRACTS : LARGE_CONTRACTS));
        attributes.put("business_model", marketplace ? "marketplace" : "saas");
        attributes.put("lifetime_value", lifetimeValue(dice, arr, monthsAsCustomer));
        attributes.put("reference_customer", dice.chance(archetype.references));
        attributes.put("competitor_present", dice.chance(archetype.courted));
        attributes.put("contract_status", troubled ? dice.oneOf(TROUBLES) : "active");
        return new SampleProfile(
                attributes, small || !arrKnown, marketplace, Math.min(3, monthsAsCustomer - 1), daysToRenewal);
    }

    /** Some 18 % enterprise, 37 % mid-market, the rest small. */
    private static int arr(Dice dice) {
        int percentile = dice.below(100);
        double exponent = percentile < 18
                ? dice.between(5.02, 6.1)
                : percentile < 55 ? dice.between(4.05, 4.98) : dice.between(3.0, 3.99);
        return (int) Math.round(StrictMath.pow(10, exponent) / 100) * 100;
    }

    private static String stage(Dice dice, Archetype archetype, int monthsAsCustomer, int daysToRenewal) {
        boolean expanding = dice.chance(archetype.expanding);
        if (monthsAsCustomer <= 4) {
            return "onboarding";
        }
        if (daysToRenewal <= 120) {
            return "renewal";
        }
        return expanding ? "expansion" : "adoption";
    }

    private static BigDecimal lifetimeValue(Dice dice, int arr, int months) {
        return BigDecimal.valueOf(arr * (months / 12.0 + dice.between(0.3, 1.2)))
                .setScale(-2, RoundingMode.HALF_UP)
                .setScale(0);
    }
}
