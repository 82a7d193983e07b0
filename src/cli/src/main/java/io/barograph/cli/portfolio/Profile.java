package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What an account is and does not cease to be.
 *
 * @param arr USD a year at the start of the portfolio, or when it became a customer if that was later
 * @param since first day of the first contract
 * @param termMonths months after which the contract renews; also for those that can leave every month
 * @param contract {@code monthly}, {@code annual} or {@code multi-year}
 * @param paid USD received until the portfolio starts
 */
record Profile(
        String accountId,
        String name,
        Segment segment,
        int arr,
        LocalDate since,
        int termMonths,
        String contract,
        String industry,
        String region,
        String deployment,
        boolean reference,
        long paid) {

    private static final List<String> FIRST = List.of(
            "Alder", "Amber", "Anvil", "Aspen", "Beacon", "Birch", "Cairn", "Cedar", "Cobalt", "Coral", "Drift",
            "Ember", "Falcon", "Fern", "Garnet", "Hazel", "Indigo", "Juniper", "Kestrel", "Linden", "Maple", "Otter",
            "Pebble", "Quartz", "Rowan", "Sable", "Thistle", "Umber", "Willow", "Yarrow");
    private static final List<String> SECOND = List.of(
            "bridge", "field", "ford", "gate", "haven", "hurst", "lane", "moor", "ridge", "stone", "vale", "wick");
    private static final List<String> INDUSTRIES = List.of(
            "education",
            "fintech",
            "healthcare",
            "logistics",
            "manufacturing",
            "media",
            "professional services",
            "public sector",
            "retail",
            "software");
    private static final List<String> REGIONS =
            List.of("EMEA", "EMEA", "North America", "North America", "Asia Pacific", "Latin America");
    private static final List<String> LARGE_DEPLOYMENTS =
            List.of("cloud", "cloud", "cloud", "private cloud", "hybrid", "on-premises");

    /** Of a hundred accounts so many become customers while the portfolio is watched. */
    private static final double NEWCOMERS = 0.15;

    static Profile draw(Chance chance, Plan plan, int number) {
        Segment segment = Segment.draw(chance);
        int arr = segment.arr(chance);
        int watched = plan.lastWeek();
        LocalDate since = chance.happens(NEWCOMERS)
                ? plan.day(chance.between(0, watched / 2))
                : plan.day(0).minusDays(chance.between(150, 1_800));
        String contract = contract(segment, chance);
        String name = chance.oneOf(FIRST) + chance.oneOf(SECOND);
        String industry = chance.oneOf(INDUSTRIES);
        String region = chance.oneOf(REGIONS);
        String deployment = segment == Segment.SMB ? "cloud" : chance.oneOf(LARGE_DEPLOYMENTS);
        boolean reference = chance.happens(0.12);
        long days = Math.max(0, plan.day(0).toEpochDay() - since.toEpochDay());
        return new Profile(
                String.format(Locale.ROOT, "%s-%05d", name.toLowerCase(Locale.ROOT), number + 1),
                name + " " + (number + 1),
                segment,
                arr,
                since,
                contract.equals("multi-year") ? 24 + 12 * chance.between(0, 1) : 12,
                contract,
                industry,
                region,
                deployment,
                reference,
                arr * days / 365);
    }

    private static String contract(Segment segment, Chance chance) {
        double drawn = chance.next();
        if (segment == Segment.SMB) {
            return drawn < 0.5 ? "monthly" : "annual";
        }
        return drawn < 0.7 ? "annual" : "multi-year";
    }

    boolean small() {
        return segment == Segment.SMB;
    }

    boolean marketplace() {
        return segment == Segment.MARKETPLACE;
    }
}
