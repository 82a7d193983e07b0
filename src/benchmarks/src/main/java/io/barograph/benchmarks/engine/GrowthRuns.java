package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Rounds;
import io.barograph.benchmarks.Rounds.Took;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an account costs when one thing grows tenfold and a hundredfold and all else stays. */
public final class GrowthRuns {

    /** A contract holds at most 2,000 properties. */
    private static final int MOST_INDICATORS = 1_920;

    private static final GrowthModel START = new GrowthModel(24, 5, 40, 5);
    private static final int BATCH = 128;

    private GrowthRuns() {}

    private record Size(String what, GrowthModel model, int history) {}

    /**
     * Rows a table, indicators, history.
     *
     * @param arguments which of them, all when none is named, and what {@link Rounds} takes
     */
    public static void run(List<String> arguments) throws Exception {
        System.out.println(
                "| grows | model | µs processor time an account | × the start | bytes an account | firings |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        series(
                "Scoring rows",
                arguments,
                List.of(
                        new Size("5 an indicator", START, 0),
                        new Size("50 an indicator", new GrowthModel(24, 50, 40, 5), 0),
                        new Size("500 an indicator", new GrowthModel(24, 500, 40, 5), 0)));
        series(
                "Signals rows",
                arguments,
                List.of(
                        new Size("40", START, 0),
                        new Size("400", new GrowthModel(24, 5, 400, 5), 0),
                        new Size("4,000", new GrowthModel(24, 5, 4_000, 5), 0)));
        series(
                "Cohorts rows",
                arguments,
                List.of(
                        new Size("5", START, 0),
                        new Size("50", new GrowthModel(24, 5, 40, 50), 0),
                        new Size("500", new GrowthModel(24, 5, 40, 500), 0)));
        series(
                "rows of every table",
                arguments,
                List.of(
                        new Size(START.rows() + " rows", START, 0),
                        new Size("× 10", new GrowthModel(24, 50, 400, 50), 0),
                        new Size("× 100", new GrowthModel(24, 500, 4_000, 500), 0)));
        series(
                "indicators",
                arguments,
                List.of(
                        new Size("24", START, 0),
                        new Size("240", new GrowthModel(240, 5, 40, 5), 0),
                        new Size("1,920", new GrowthModel(MOST_INDICATORS, 5, 40, 5), 0)));
        series(
                "history",
                arguments,
                List.of(
                        new Size("1 reading an indicator", START, 1),
                        new Size("10 readings", START, 10),
                        new Size("100 readings", START, 100)));
    }

    private static void series(String what, List<String> arguments, List<Size> sizes) throws Exception {
        List<String> named = arguments.stream()
                .takeWhile(argument -> !argument.startsWith("--"))
                .toList();
        if (!named.isEmpty() && !named.contains(what)) {
            return;
        }
        Rounds rounds = new Rounds(arguments.subList(named.size(), arguments.size()));
        List<Decider> deciders = new ArrayList<>();
        Map<String, Double> firings = new LinkedHashMap<>();
        for (Size size : sizes) {
            Decider decider = ShippedModel.decider(size.model().files());
            deciders.add(decider);
            List<Inquiry> accounts = size.model().accounts(BATCH, size.history());
            List<Decision> decisions = decider.decide(accounts);
            firings.put(
                    size.what(),
                    decisions.stream()
                            .mapToInt(decision -> decision.fired().size())
                            .average()
                            .orElse(0));
            rounds.with(size.what(), () -> {
                int bands = 0;
                for (Decision decision : decider.decide(accounts)) {
                    bands += decision.overallBand() == null ? 0 : 1;
                }
                if (bands != BATCH) {
                    throw new IllegalStateException("only " + bands + " accounts have a band");
                }
                return BATCH;
            });
        }
        Map<String, Took> took = rounds.measure();
        double start = took.values().iterator().next().cpu();
        took.forEach((size, each) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %,.0f | %.0f |%n",
                what,
                size,
                each.cpu(),
                each.cpu() / start,
                each.bytes(),
                firings.getOrDefault(size, 0.0)));
        deciders.forEach(Decider::close);
    }
}
