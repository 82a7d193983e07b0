package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Playbooks: what to do, in order of urgency, minus what something else suppresses or what was done lately. */
final class PlaybookTable {

    private static final Set<String> OWN = Set.of(
            "playbook",
            "action",
            "owner role",
            "channel",
            "due (days)",
            "priority",
            "cool-down (days)",
            "suppresses",
            "value from",
            "expected save rate %",
            "expected uplift %",
            "cost");

    private static final Comparator<Recommendation> RANK = Comparator.comparing(
                    (Recommendation one) -> one.suppressedBy() != null)
            .thenComparing(Recommendation::expectedValue, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Recommendation::priority, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Contract contract;
    private final Grid playbooks;
    private final Conditions conditions;

    PlaybookTable(Workbook workbook, Contract contract) {
        this.contract = contract;
        playbooks = new Grid(workbook, "Playbooks");
        conditions = new Conditions(playbooks, OWN);
    }

    /** Fires Playbooks; suppressed ones last, otherwise by expected value, then priority (none last), ties in sheet order. */
    List<Recommendation> recommend(Assessment at, Vocabulary words) {
        List<Grid.Line> matching = playbooks.lines().stream()
                .filter(line -> conditions.hold(line, words))
                .toList();
        List<Recommendation> recommendations =
                matching.stream().map(line -> recommend(line, matching, at)).toList();
        List<String> running = new ArrayList<>();
        for (int i = 0; i < matching.size(); i++) {
            Grid.Line line = matching.get(i);
            Recommendation one = recommendations.get(i);
            at.fire(line, "Playbook", words, conditions.inputs(line, words), effect(one));
            if (one.suppressedBy() == null && one.coolingUntil() == null) {
                Assessment.addOnce(running, one.playbook());
            }
        }
        at.running = running;
        return recommendations.stream().sorted(RANK).toList();
    }

    /** Probability × ARR × rate − cost; null when the row has no rate or one of the others is not known. */
    private @Nullable BigDecimal expectedValue(Grid.Line line, Assessment at) {
        boolean expansion = Words.same(line.text("Value from"), "expansion");
        BigDecimal rate = line.percent(expansion ? "Expected uplift %" : "Expected save rate %");
        BigDecimal probability = at.probabilities.get(expansion ? "expansion_90d" : "churn_90d");
        BigDecimal arr = Calibrating.arr(contract, at);
        if (rate == null || probability == null || arr == null) {
            return null;
        }
        BigDecimal cost = line.number("Cost");
        BigDecimal gain = probability.multiply(arr).multiply(rate).movePointLeft(2);
        return Fraction.whole(cost == null ? gain : gain.subtract(cost)).rounded(2);
    }

    private Recommendation recommend(Grid.Line line, List<Grid.Line> matching, Assessment at) {
        String playbook = line.required("Playbook");
        Integer due = line.days("Due (days)");
        Grid.Line suppressor = suppressor(line, matching);
        return new Recommendation(
                playbook,
                line.text("Action"),
                line.text("Owner role"),
                line.text("Channel"),
                due == null ? null : at.account.asOf.plusDays(due),
                line.days("Priority"),
                expectedValue(line, at),
                line.required("Rule ID"),
                suppressor == null ? null : suppressor.required("Rule ID"),
                coolingUntil(playbook, line.days("Cool-down (days)"), at));
    }

    /** The first matching row of another playbook, itself not suppressed, that names this one or its channel. */
    private static Grid.@Nullable Line suppressor(Grid.Line line, List<Grid.Line> matching) {
        for (Grid.Line other : matching) {
            boolean another = !Words.same(other.text("Playbook"), line.text("Playbook"));
            if (another && names(other, line) && suppressor(other, matching) == null) {
                return other;
            }
        }
        return null;
    }

    private static boolean names(Grid.Line suppressing, Grid.Line line) {
        String suppresses = suppressing.text("Suppresses");
        return suppresses != null
                && Arrays.stream(suppresses.split(","))
                        .anyMatch(name ->
                                Words.same(name, line.text("Playbook")) || Words.same(name, line.text("Channel")));
    }

    private static @Nullable LocalDate coolingUntil(String playbook, @Nullable Integer coolDown, Assessment at) {
        LocalDate last = at.account.past.lastRunning(playbook, at.account.asOf);
        return coolDown == null || last == null || at.account.age(last) >= coolDown ? null : last.plusDays(coolDown);
    }

    private static Map<String, @Nullable Object> effect(Recommendation recommendation) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("playbook", recommendation.playbook());
        effect.put(
                "state",
                recommendation.suppressedBy() != null
                        ? "suppressed"
                        : recommendation.coolingUntil() != null ? "cooling" : "running");
        if (recommendation.expectedValue() != null) {
            effect.put("expected_value", recommendation.expectedValue());
        }
        return effect;
    }
}
