package io.barograph.engine.exchange;

import io.barograph.engine.decision.Breakdown;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.decision.Parts;
import io.barograph.engine.decision.Parts.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indicator that {@link Factor#down} has first, for those who need no other: found in binary fractions, without telling any
 * contribution, unless they leave a doubt.
 */
final class Costliest {

    /** Far more than a cost or mean can be off. */
    private static final double SURE = 1e-6;

    /** Two costs this far apart are never the same in hundredths. */
    private static final double APART = 0.01 + SURE;

    /** A cost of half a hundredth or more is one. */
    private static final double LEAST = 0.005 + SURE;

    private static final double FULL = 10_000;

    private final Breakdown breakdown;
    private final List<Part> parts;
    private final Map<String, Double> weightOf = new HashMap<>();
    private final Map<String, Double> sumOf = new HashMap<>();
    private final Map<String, Integer> place = new HashMap<>();
    private double total;
    private double weighted;

    private Costliest(Breakdown breakdown, List<Part> parts) {
        this.breakdown = breakdown;
        this.parts = parts;
    }

    static Optional<String> of(Decision decision) {
        Costliest costliest = started(decision);
        String sure = costliest == null ? null : costliest.sure();
        return sure != null
                ? Optional.of(sure)
                : Factor.down(decision, 1).stream()
                        .map(factor -> factor.indicator().indicator())
                        .findFirst();
    }

    /** Null when the decision has to be told. */
    private static @Nullable Costliest started(Decision decision) {
        OutcomeRenderer renderer = decision.renderer();
        Outcome outcome = decision.outcome();
        String segment = decision.segment();
        if (renderer == null || outcome == null || segment == null || outcome.failed()) {
            return null;
        }
        Parts parts = renderer.parts();
        Breakdown breakdown = parts.of(outcome, segment);
        return breakdown == null ? null : new Costliest(breakdown, parts.all());
    }

    /** Null in doubt, or when nothing costs anything. */
    private @Nullable String sure() {
        addWeights();
        if (total == 0) {
            return null;
        }
        double mean = weighted / total;
        double[] costs = new double[breakdown.size()];
        for (int entry = 0; entry < costs.length; entry++) {
            Part part = part(entry);
            if (part != null && part.indicator() != null) {
                double subScore = breakdown.subScore(entry);
                if (Math.abs(subScore - mean) < SURE) {
                    return null;
                }
                if (subScore < mean) {
                    int at = place.computeIfAbsent(part.indicator(), any -> place.size());
                    costs[at] += (FULL - subScore) / 100 * share(entry, part);
                }
            }
        }
        return greatest(costs);
    }

    private @Nullable Part part(int entry) {
        int number = breakdown.part(entry);
        return number == Breakdown.BOUND ? null : parts.get(number);
    }

    private void addWeights() {
        for (int entry = 0; entry < breakdown.size(); entry++) {
            Part part = part(entry);
            double weight = breakdown.weight(entry);
            if (part != null && part.dimension() != null) {
                weightOf.put(part.dimension(), weight);
                total += weight;
                weighted += weight * breakdown.subScore(entry);
            } else if (part != null) {
                sumOf.merge(part.score(), weight, Double::sum);
            }
        }
    }

    private double share(int entry, Part part) {
        double sum = sumOf.getOrDefault(part.score(), 0.0);
        return sum == 0 ? 0 : breakdown.weight(entry) / sum * weightOf.getOrDefault(part.score(), 0.0) / total;
    }

    private @Nullable String greatest(double[] costs) {
        String best = null;
        double most = 0;
        double second = 0;
        for (Map.Entry<String, Integer> each : place.entrySet()) {
            double cost = costs[each.getValue()];
            if (cost > most) {
                second = most;
                most = cost;
                best = each.getKey();
            } else {
                second = Math.max(second, cost);
            }
        }
        return most > LEAST && most - second > APART ? best : null;
    }
}
