package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Proposal;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suppression, cool-down and expected value of the playbooks that fired for one account. */
final class PlaybookRanking {

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final AccountCase account;
    private final @Nullable BigDecimal arr;
    private final List<PlaybooksFact> fired;
    private final Map<PlaybooksFact, String> guarded;
    private final int[] suppressedBy;

    /**
     * @param guarded rows that a guardrail suppressed, and its Rule ID
     * @param arr null when it is not known
     */
    PlaybookRanking(
            AccountCase account,
            List<PlaybooksFact> fired,
            Map<PlaybooksFact, String> guarded,
            @Nullable BigDecimal arr) {
        this.account = account;
        this.arr = arr;
        this.fired = fired;
        this.guarded = guarded;
        this.suppressedBy = new int[fired.size()];
        Arrays.fill(suppressedBy, guarded.isEmpty() && isPeaceful() ? Proposal.NOBODY : UNKNOWN);
    }

    /** In sheet order. */
    List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>(fired.size());
        for (int i = 0; i < fired.size(); i++) {
            Row.PlaybookRow row = fired.get(i).row();
            proposals.add(new Proposal(
                    expectedValue(row.worth()), suppressor(i), guarded.get(fired.get(i)), coolingUntil(row)));
        }
        return proposals;
    }

    /** Probability × ARR × rate − cost, half-up to hundredths; null when the rate, the probability or ARR is not known. */
    private @Nullable BigDecimal expectedValue(Row.Worth worth) {
        BigDecimal probability = worth.fromExpansion() ? account.expansion : account.churn;
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
    private int suppressor(int i) {
        if (suppressedBy[i] != UNKNOWN) {
            return suppressedBy[i];
        }
        suppressedBy[i] = guarded.containsKey(fired.get(i)) ? Proposal.GUARDRAIL : Proposal.NOBODY;
        for (int other = 0; other < fired.size() && suppressedBy[i] == Proposal.NOBODY; other++) {
            if (rivals(other).suppresses(rivals(i)) && suppressor(other) == Proposal.NOBODY) {
                suppressedBy[i] = fired.get(other).number();
            }
        }
        return suppressedBy[i];
    }

    /** Whether no row that fired suppresses anything. */
    private boolean isPeaceful() {
        for (int i = 0; i < fired.size(); i++) {
            if (rivals(i).isSuppressing()) {
                return false;
            }
        }
        return true;
    }

    private PlaybookRivals rivals(int i) {
        return account.model.rivals(fired.get(i));
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
