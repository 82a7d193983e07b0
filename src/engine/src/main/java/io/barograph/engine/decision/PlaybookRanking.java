package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suppression, cool-down and order among the playbooks that fired for one account. */
final class PlaybookRanking {

    private static final Comparator<Recommendation> ORDER = Comparator.<Recommendation, Boolean>comparing(
                    recommendation -> recommendation.suppressedBy() != null)
            .thenComparing(Recommendation::expectedValue, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Recommendation::priority, Comparator.nullsLast(Comparator.naturalOrder()));

    private final AccountCase account;
    private final @Nullable BigDecimal arr;
    private final List<AccountCase.Fired<PlaybooksFact>> fired;
    private final Map<PlaybooksFact, @Nullable String> suppressedBy = new HashMap<>();

    /**
     * @param guarded rows that a guardrail suppressed, and its Rule ID
     * @param arr null when it is not known
     */
    PlaybookRanking(
            AccountCase account,
            List<AccountCase.Fired<PlaybooksFact>> fired,
            Map<PlaybooksFact, String> guarded,
            @Nullable BigDecimal arr) {
        this.account = account;
        this.arr = arr;
        this.fired = fired;
        this.suppressedBy.putAll(guarded);
    }

    /** In sheet order. */
    List<Recommendation> recommendations() {
        List<Recommendation> recommendations = new ArrayList<>();
        for (AccountCase.Fired<PlaybooksFact> each : fired) {
            Recommendation recommendation = recommend(each.fact());
            Map<String, @Nullable Object> effect = account.effect(each.firing());
            effect.put("playbook", recommendation.playbook());
            effect.put("state", state(recommendation));
            if (recommendation.expectedValue() != null) {
                effect.put("expected_value", recommendation.expectedValue());
            }
            recommendations.add(recommendation);
        }
        return recommendations;
    }

    /** In rank; the sort is stable, so sheet order breaks ties. */
    static List<Recommendation> ranked(List<Recommendation> recommendations) {
        return recommendations.stream().sorted(ORDER).toList();
    }

    private static String state(Recommendation recommendation) {
        if (recommendation.suppressedBy() != null) {
            return "suppressed";
        }
        return recommendation.coolingUntil() != null ? "cooling" : "running";
    }

    private Recommendation recommend(PlaybooksFact fact) {
        Row.PlaybookRow row = fact.row();
        String ruleId = fact.head().ruleId();
        return new Recommendation(
                row.playbook(),
                row.action(),
                row.ownerRole(),
                row.channel(),
                row.dueDays() == null ? null : account.asOf().plusDays(row.dueDays()),
                row.priority(),
                expectedValue(row.worth()),
                ruleId == null ? "" : ruleId,
                suppressor(fact),
                coolingUntil(row));
    }

    /** Probability × ARR × rate − cost, half-up to hundredths; null when the rate, the probability or ARR is not known. */
    private @Nullable BigDecimal expectedValue(Row.Worth worth) {
        BigDecimal probability =
                account.probabilities.get(worth.fromExpansion() ? Calibration.EXPANSION : Calibration.CHURN);
        BigDecimal rate = worth.ratePercent();
        if (probability == null || rate == null || arr == null) {
            return null;
        }
        BigDecimal value = probability.multiply(arr).multiply(rate).movePointLeft(2);
        return CalibrationStage.money(worth.cost() == null ? value : value.subtract(worth.cost()));
    }

    /**
     * The first row in sheet order, of another playbook and not itself suppressed, that names this row's playbook or
     * channel. Sound models have no cycles, so this ends.
     */
    private @Nullable String suppressor(PlaybooksFact fact) {
        if (suppressedBy.containsKey(fact)) {
            return suppressedBy.get(fact);
        }
        suppressedBy.put(fact, null);
        String found = null;
        for (AccountCase.Fired<PlaybooksFact> other : fired) {
            if (found == null && suppresses(other.fact().row(), fact.row()) && suppressor(other.fact()) == null) {
                found = other.fact().head().ruleId();
            }
        }
        suppressedBy.put(fact, found);
        return found;
    }

    private static boolean suppresses(Row.PlaybookRow row, Row.PlaybookRow other) {
        return !Names.same(row.playbook(), other.playbook())
                && row.suppresses().stream()
                        .anyMatch(name -> Names.same(name, other.playbook())
                                || (other.channel() != null && Names.same(name, other.channel())));
    }

    private @Nullable LocalDate coolingUntil(Row.PlaybookRow row) {
        LocalDate last = account.past.lastRunning(row.playbook());
        if (row.coolDownDays() == null
                || last == null
                || ChronoUnit.DAYS.between(last, account.asOf()) >= row.coolDownDays()) {
            return null;
        }
        return last.plusDays(row.coolDownDays());
    }
}
