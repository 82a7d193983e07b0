package io.barograph.cli.portfolio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a walk through a portfolio shows about a model, in numbers. */
record DetectionFigures(
        Plan plan,
        int every,
        List<Delays> delays,
        Calm calm,
        long dipsWithAlarm,
        int dips,
        Spikes declared,
        Spikes undeclared,
        Spikes organic) {

    /** Days after the onset within which a story is to be noticed, in the order they are told. */
    private static final List<Map.Entry<Story, Integer>> LIMITS = List.of(
            Map.entry(Story.SLOW_DECLINE, 150),
            Map.entry(Story.CHAMPION_LEAVES, 60),
            Map.entry(Story.LATE_INVOICES, 75),
            Map.entry(Story.TICKET_BURST, 45),
            Map.entry(Story.COMPETITOR_ARRIVES, 90));

    private static final int WEEKS_OF_GROWTH = 39;

    /** Arguments: seed, accounts, months, weeks between looks, the model's folder; all may be left out from the right. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("barograph.root", "")).toAbsolutePath();
        List<String> given = List.of(arguments);
        Plan plan = new Plan(
                given.size() > 0 ? Long.parseLong(given.get(0)) : 1,
                given.size() > 1 ? Integer.parseInt(given.get(1)) : 300,
                given.size() > 2 ? Integer.parseInt(given.get(2)) : 18,
                LocalDate.of(2026, 3, 1));
        int every = given.size() > 3 ? Integer.parseInt(given.get(3)) : 2;
        Path model = given.size() > 4 ? Path.of(given.get(4)) : root.resolve("decision-tables/customer-health");
        System.out.println(of(Detection.of(model, root, plan, every)).text());
    }

    static DetectionFigures of(Detection detection) {
        List<Detection.Trio> campaigns = detection.of(Story.CAMPAIGN_SPIKE);
        List<Detection.Trio> dips = detection.of(Story.SEASONAL_DIP);
        int weeks = detection.plan().lastWeek();
        return new DetectionFigures(
                detection.plan(),
                detection.every(),
                LIMITS.stream()
                        .map(limit -> Delays.of(detection, limit.getKey(), limit.getValue()))
                        .toList(),
                Calm.of(detection),
                dips.stream()
                        .filter(dip -> dip.alarmsOfStory().stream()
                                .anyMatch(alarm ->
                                        alarm.week() >= dip.told().account().onset()))
                        .count(),
                dips.size(),
                Spikes.of(campaigns, Detection.Trio::told, weeks),
                Spikes.of(campaigns, Detection.Trio::undeclared, weeks),
                Spikes.of(detection.of(Story.ORGANIC_GROWTH), Detection.Trio::told, WEEKS_OF_GROWTH));
    }

    Delays delaysOf(Story story) {
        return delays.stream()
                .filter(delay -> delay.story() == story)
                .findFirst()
                .orElseThrow();
    }

    String text() {
        String noticed = delays.stream().map(DetectionFigures::row).collect(Collectors.joining());
        return """
                %,d accounts, %d months, a look every %d weeks, seed %d

                noticed              accounts  median      90%%   within limit  by chance  first by
                %s
                steady accounts that stayed: %d over %.0f account-years
                  calls %.2f an account-year, bands lowered %.2f, %d %% never gave an alarm
                  alarms a hundred account-years: %s
                seasonal dips: %d of %d gave an alarm

                against the same accounts without the rise
                                     accounts  Overall  Expansion  90-day expansion  growth flag  better band
                %s%s%s""".formatted(
                        plan.accounts(),
                        plan.months(),
                        every,
                        plan.seed(),
                        noticed,
                        calm.accounts(),
                        calm.years(),
                        calm.callsAYear(),
                        calm.bandsAYear(),
                        calm.quietPercent(),
                        calm.reasons(),
                        dipsWithAlarm,
                        dips,
                        row("campaign, declared", declared),
                        row("campaign, undeclared", undeclared),
                        row("organic growth", organic));
    }

    private static String row(Delays delays) {
        return String.format(
                Locale.ROOT,
                "%-20s %8d %7s %8s %5d %% <= %3d d %8d %%  %s%n",
                delays.story().label(),
                delays.days().size(),
                days(delays.median()),
                days(delays.within(90)),
                delays.noticed(),
                delays.limit(),
                delays.noticedByChance(),
                delays.reasons());
    }

    private static String days(int days) {
        return days == Integer.MAX_VALUE ? "never" : days + " d";
    }

    private static String row(String what, Spikes spikes) {
        return String.format(
                Locale.ROOT,
                "%-20s %8d %+8.1f %+10.1f %+12.1f pts %10d %% %10d %%%n",
                what,
                spikes.accounts(),
                spikes.overall(),
                spikes.expansion(),
                spikes.probability(),
                spikes.flagged(),
                spikes.promised());
    }
}
