package io.barograph.cli.portfolio;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.RaisedFlag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a customer-success manager sees of one decision.
 *
 * @param risks flags of medium or high severity that speak of no growth
 * @param growth flags that speak of growth by the customer's own doing
 * @param overall empty when undecided
 * @param expansionProbability within 90 days, 0–1
 */
record Sight(
        Set<String> risks,
        Set<String> growth,
        Optional<BigDecimal> overall,
        String overallBand,
        Optional<BigDecimal> expansion,
        String expansionBand,
        Optional<BigDecimal> expansionProbability) {

    private static final Set<String> GROWTH =
            Set.of("organic-growth", "hitting-limits", "exploring-premium", "outgrowing");

    /** From worst to best; any other band is none. */
    private static final List<String> LADDER = List.of("red", "yellow", "green");

    static Sight at(Decision decision) {
        Set<String> risks = new TreeSet<>();
        Set<String> growth = new TreeSet<>();
        for (RaisedFlag flag : decision.flags()) {
            if (GROWTH.contains(flag.flag())) {
                growth.add(flag.flag());
            } else if (!flag.severity().equals("low")) {
                risks.add(flag.flag());
            }
        }
        return new Sight(
                risks,
                growth,
                Optional.ofNullable(decision.overall()),
                decision.bands().getOrDefault(Decision.OVERALL, ""),
                Optional.ofNullable(decision.scores().get("Expansion")),
                decision.bands().getOrDefault("Expansion", ""),
                Optional.ofNullable(decision.probabilities().get("expansion_90d")));
    }

    boolean isWorseThan(Sight other) {
        return lower(overallBand, other.overallBand);
    }

    boolean promisesMoreThan(Sight other) {
        return lower(other.expansionBand, expansionBand);
    }

    private static boolean lower(String band, String than) {
        return LADDER.contains(band) && LADDER.indexOf(band) < LADDER.indexOf(than);
    }
}
