package io.barograph.testkit.random;

import java.util.List;

/**
 * What a segment's tables may come to, so that later tables can ask for it.
 *
 * @param horizons days that Calibration looks ahead; empty without that table
 * @param trendFlags raised by Trends; empty without that table
 * @param signalFlags raised by Signals; empty without that table
 * @param cohorts empty without that table
 * @param playbooks empty without that table
 */
record RandomOutcomes(
        List<Integer> horizons,
        List<String> trendFlags,
        List<String> signalFlags,
        List<String> cohorts,
        List<String> playbooks) {

    private static final List<String> FLAGS = List.of(
            "rapid-decline", "Champion risk", "usage spike", "late payer", "Hitting  limits", "quiet", "é-flag");
    private static final List<String> COHORTS = List.of("power-user", "Passive", "at risk", "new & growing");

    static RandomOutcomes draw(Dice dice) {
        List<Integer> horizons = dice.chance(85)
                ? dice.of(List.of(90), List.of(30, 90), List.of(30, 60, 90), List.of(90, 365))
                : List.of();
        return new RandomOutcomes(
                horizons,
                dice.chance(90) ? List.copyOf(dice.some(FLAGS, 1, 4)) : List.of(),
                dice.chance(90) ? List.copyOf(dice.some(FLAGS, 1, 4)) : List.of(),
                dice.chance(85) ? List.copyOf(dice.some(COHORTS, 2, 4)) : List.of(),
                dice.chance(95) ? List.copyOf(dice.some(RandomPlaybooks.NAMES, 2, 6)) : List.of());
    }
}
