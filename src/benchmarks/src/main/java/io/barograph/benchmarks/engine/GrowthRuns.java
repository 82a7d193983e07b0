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

    private static final Map<String, List<Size>> SERIES = series();

    private static Map<String, List<Size>> series() {
        Map<String, List<Size>> series = new LinkedHashMap<>();
        series.put(
                "Scoring rows",
                List.of(
                        new Size("5 an indicator", START, 0),
                        new Size("50 an indicator", new GrowthModel(24, 50, 40, 5), 0),
                        new Size("500 an indicator", new GrowthModel(24, 500, 40, 5), 0)));
        series.put(
                "Signals rows",
                List.of(
                        new Size("40", START, 0),
                        new Size("400", new GrowthModel(24, 5, 400, 5), 0),
                        new Size("4,000", new GrowthModel(24, 5, 4_000, 5), 0)));
        series.put(
                "Cohorts rows",
                List.of(
                        new Size("5", START, 0),
                        new Size("50", new GrowthModel(24, 5, 40, 50), 0),
                        new Size("500", new GrowthModel(24, 5, 40, 500), 0)));
        series.put(
                "rows of every table",
                List.of(
                        new Size(START.rows() + " rows", START, 0),
                        new Size("× 10", new GrowthModel(24, 50, 400, 50), 0),
                        new Size("× 100", new GrowthModel(24, 500, 4_000, 500), 0)));
        series.put(
                "indicators",
                List.of(
                        new Size("24", START, 0),
                        new Size("240", new GrowthModel(240, 5, 40, 5), 0),
                        new Size("1,920", new GrowthModel(MOST_INDICATORS, 5, 40, 5), 0)));
        series.put(
                "history",
                List.of(
                        new Size("1 reading an indicator", START, 1),
                        new Size("10 readings", START, 10),
                        new Size("100 readings", START, 100)));
        return series;
    }

    /**
     * Rows a table, indicators, history.
     *
     * @param arguments which of them, all when none is named, and what {@link Rounds} takes
     */
    public static void run(List<String> arguments) throws Exception {
        List<String> named = arguments.stream()
                .takeWhile(argument -> !argument.startsWith("--"))
                .toList();
        for (String name : named) {
            if (!SERIES.containsKey(name)) {
                throw new IllegalArgumentException(
                        "nothing to grow is called `" + name + "`; there are " + String.join(", ", SERIES.keySet()));
            }
        }
        System.out.println(
                "| grows | model | µs processor time an account | × the start | bytes an account | firings |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        List<String> pace = arguments.subList(named.size(), arguments.size());
        for (Map.Entry<String, List<Size>> each : SERIES.entrySet()) {
            if (named.isEmpty() || named.contains(each.getKey())) {
                measure(each.getKey(), pace, each.getValue());
            }
        }
    }

    private static void measure(String what, List<String> arguments, List<Size> sizes) throws Exception {
        Rounds rounds = new Rounds(arguments);
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
