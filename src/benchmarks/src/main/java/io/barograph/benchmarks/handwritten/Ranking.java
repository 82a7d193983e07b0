package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandDecision.Advice;
import java.util.Arrays;

/** Suppression, cool-down and order among the playbooks that fired. */
final class Ranking {

    private static final int NOT_YET = Integer.MIN_VALUE;

    private final HandDecision decision;
    private final AdviceTables tables;
    private final int from;
    private final int to;
    private final long arr;
    private final int[] suppressedBy;

    /** @param arr millionths; {@link Micros#MISSING} when not known */
    Ranking(HandDecision decision, long arr) {
        this.decision = decision;
        this.tables = decision.tables.advice;
        this.from = decision.tables.playbooks.from();
        this.to = decision.tables.playbooks.to();
        this.arr = arr;
        this.suppressedBy = new int[to - from];
        Arrays.fill(suppressedBy, NOT_YET);
    }

    Advice[] ranked() {
        Advice[] ranked = new Advice[8];
        int count = 0;
        for (int row = Bits.next(decision.fired, from);
                row >= 0 && row < to;
                row = Bits.next(decision.fired, row + 1)) {
            int i = row - from;
            suppressedBy[i] = decision.guards(row, HandDecision.BY_RED)
                    ? HandDecision.BY_RED
                    : decision.guards(row, HandDecision.BY_ESCALATION) ? HandDecision.BY_ESCALATION : NOT_YET;
        }
        for (int row = Bits.next(decision.fired, from);
                row >= 0 && row < to;
                row = Bits.next(decision.fired, row + 1)) {
            int i = row - from;
            Advice advice = new Advice(row, suppressor(i), expectedValue(i), coolingUntil(i));
            if (count == ranked.length) {
                ranked = Arrays.copyOf(ranked, 2 * count);
            }
            int at = count++;
            while (at > 0 && isBefore(advice, ranked[at - 1])) {
                ranked[at] = ranked[at - 1];
                at--;
            }
            ranked[at] = advice;
        }
        return Arrays.copyOf(ranked, count);
    }

    private boolean isBefore(Advice one, Advice other) {
        boolean suppressed = one.suppressedBy != HandDecision.FREE;
        if (suppressed != (other.suppressedBy != HandDecision.FREE)) {
            return !suppressed;
        }
        if (one.expectedValue != other.expectedValue) {
            return one.expectedValue > other.expectedValue;
        }
        return tables.priority[one.row - from] < tables.priority[other.row - from];
    }

    private int suppressor(int i) {
        if (suppressedBy[i] == NOT_YET) {
            suppressedBy[i] = HandDecision.FREE;
            for (int other : tables.suppressors[i]) {
                if (Bits.has(decision.fired, from + other) && suppressor(other) == HandDecision.FREE) {
                    suppressedBy[i] = other;
                    break;
                }
            }
        }
        return suppressedBy[i];
    }

    private long expectedValue(int i) {
        int standard = decision.probabilities.length == 0 ? -1 : decision.tables.forecast.standard;
        if (standard < 0 || tables.rate[i] == Micros.MISSING || arr == Micros.MISSING) {
            return Micros.MISSING;
        }
        long chance = decision.probabilities[2 * standard + (tables.fromExpansion[i] ? 1 : 0)];
        return Forecast.money(chance, arr, tables.rate[i], tables.cost[i]);
    }

    private int coolingUntil(int i) {
        int[] last = decision.account.lastRunning;
        int day = last == null ? Integer.MIN_VALUE : last[tables.number[i]];
        if (day == Integer.MIN_VALUE || decision.account.asOf - day >= tables.coolDown[i]) {
            return Integer.MIN_VALUE;
        }
        return day + tables.coolDown[i];
    }
}
