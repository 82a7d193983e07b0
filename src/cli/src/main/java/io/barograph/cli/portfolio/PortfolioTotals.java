package io.barograph.cli.portfolio;

import java.util.EnumMap;
import java.util.Map;

/** How many accounts of each kind a portfolio has. */
public final class PortfolioTotals {

    private final Map<Story, Map<Segment, Integer>> accounts = new EnumMap<>(Story.class);
    private final Map<Outcome.Kind, Integer> outcomes = new EnumMap<>(Outcome.Kind.class);
    private int customers;
    private long readings;

    public void add(PortfolioAccount account) {
        accounts.computeIfAbsent(account.story(), story -> new EnumMap<>(Segment.class))
                .merge(account.segment(), 1, Integer::sum);
        account.outcomes().forEach(outcome -> outcomes.merge(outcome.kind(), 1, Integer::sum));
        customers += account.staysToTheEnd() ? 1 : 0;
        readings += account.readings().size();
    }

    public int accounts(Story story, Segment segment) {
        return accounts.getOrDefault(story, Map.of()).getOrDefault(segment, 0);
    }

    public int accounts(Story story) {
        return accounts.getOrDefault(story, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public int accounts(Segment segment) {
        return accounts.values().stream()
                .mapToInt(counts -> counts.getOrDefault(segment, 0))
                .sum();
    }

    public int accounts() {
        return accounts.keySet().stream().mapToInt(this::accounts).sum();
    }

    /** Still customers on the last day. */
    public int customers() {
        return customers;
    }

    public int outcomes(Outcome.Kind kind) {
        return outcomes.getOrDefault(kind, 0);
    }

    public long readings() {
        return readings;
    }
}
