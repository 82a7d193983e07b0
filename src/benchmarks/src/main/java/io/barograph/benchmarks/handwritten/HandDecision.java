package io.barograph.benchmarks.handwritten;

import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of one account, and everything its explanation needs: which rows fired, as bits, and what they saw, as numbers.
 * {@link HandJson} tells it in full.
 */
public final class HandDecision {

    static final String UNKNOWN_BAND = "unknown";

    /** Not suppressed. */
    static final int FREE = -1;

    static final int BY_RED = -2;
    static final int BY_ESCALATION = -3;

    final HandAccount account;
    final SegmentTables tables;
    final int segmentRow;

    /** −1 when no row of Account tiers matched. */
    final int tierRow;

    final long[] registers;
    final long[] fired;
    final int[] subScores;
    final int[] subRows;

    /** Hundredths: Overall, then dimensions; −1 where there is none. */
    final int[] computed;

    final int[] shown;
    final int[] coverage;
    final int[] bandRow;
    final int[] bandDepth;
    final long[] effective;
    CapTable.@Nullable Moves moves;
    long[] probabilities = {};

    /** Hundredths; {@link Micros#MISSING} when not known. */
    long arrAtRisk = Micros.MISSING;

    /** Which of the four contract-status guardrails fired; −1 for none. */
    int statusGuardrail = -1;

    boolean statusLowered;

    /** Rows of Caps, by position in the table, that lowered a band. */
    long loweredBands;

    long flagsBeforeSignals;

    /** −1 for none. */
    int cohortRow = -1;

    Advice @Nullable [] advice;

    @Nullable List<DecisionIssue> issues;

    List<HandChange> changes = List.of();

    /** One fired playbook, in rank. */
    static final class Advice {
        final int row;
        final int suppressedBy;

        /** Hundredths; {@link Micros#MISSING} when there is none. */
        final long expectedValue;

        /** Days since 1970; {@link Integer#MIN_VALUE} when not cooling. */
        final int coolingUntil;

        Advice(int row, int suppressedBy, long expectedValue, int coolingUntil) {
            this.row = row;
            this.suppressedBy = suppressedBy;
            this.expectedValue = expectedValue;
            this.coolingUntil = coolingUntil;
        }

        boolean running() {
            return suppressedBy == FREE && coolingUntil == Integer.MIN_VALUE;
        }
    }

    /**
     * One reason why Overall moved.
     *
     * @param attribute whether the place is an attribute's
     * @param place of the contract; −1 for the passing of time, −2 for what is not known
     * @param points millionths
     */
    record HandChange(
            String kind,
            boolean attribute,
            int place,
            @Nullable Object from,
            @Nullable Object to,
            int points) {}

    HandDecision(HandAccount account, SegmentTables tables, int segmentRow, int tierRow, long[] registers) {
        this.account = account;
        this.tables = tables;
        this.segmentRow = segmentRow;
        this.tierRow = tierRow;
        this.registers = registers;
        int scores = tables.weights.dimensions + 1;
        this.fired = Bits.of(tables.rows.size());
        this.subScores = new int[account.attributes.length];
        this.subRows = new int[account.attributes.length];
        this.computed = new int[scores];
        this.shown = new int[scores];
        this.coverage = new int[scores];
        this.bandRow = new int[scores];
        this.bandDepth = new int[scores];
        this.effective = new long[tables.weights.base.length];
        this.issues = account.issues;
    }

    void issue(String code, String message, @Nullable String field) {
        List<DecisionIssue> list = issues;
        if (list == null || list == account.issues) {
            list = list == null ? new ArrayList<>() : new ArrayList<>(list);
            issues = list;
        }
        list.add(new DecisionIssue(code, message, field));
    }

    /** The band shown of a score of this segment; null when it has none. */
    @Nullable String band(int score) {
        return bandRow[score] == BandTable.NONE ? null : tables.bandTable.band(bandRow[score], bandDepth[score]);
    }

    /** Overall in hundredths; −1 when there is none. */
    public int overall() {
        return shown[0];
    }

    /** Null when there is none. */
    public @Nullable String overallBand() {
        return band(0);
    }

    /** How many rows and guardrails fired. */
    public int firings() {
        int guardrails = statusGuardrail < 0 ? 0 : 1;
        Advice[] list = advice;
        if (list != null) {
            for (Advice each : list) {
                guardrails += guards(each.row, BY_RED) ? 1 : 0;
                guardrails += guards(each.row, BY_ESCALATION) ? 1 : 0;
            }
        }
        return Bits.count(fired) + 1 + (tierRow < 0 ? 0 : 1) + guardrails;
    }

    /** Whether a guardrail took a row of Playbooks off the table. */
    boolean guards(int row, int guardrail) {
        if (!tables.advice.upsell[row - tables.playbooks.from()]) {
            return false;
        }
        return guardrail == BY_RED ? "red".equals(overallBand()) : unresolvedEscalations > 0;
    }

    /** Millionths; {@link Micros#MISSING} when not known. */
    long unresolvedEscalations = Micros.MISSING;

    static BigDecimal canonical(BigDecimal value) {
        return Numbers.canonical(value);
    }
}
