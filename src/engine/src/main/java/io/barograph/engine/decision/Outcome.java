package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one account, in the terms of its model and without a word of prose: which rows fired, what they saw, and what came of
 * it where that does not follow from the row itself. With the model, the account's id and its as-of date an {@link OutcomeRenderer} tells the
 * whole decision from it, the same now and in years. Immutable.
 *
 * <p>Scores stand in the order of a {@link Scores}: Overall, then dimensions in Overall order; rows by their number in the model.
 */
public final class Outcome {

    private final boolean failed;
    private final int[] fired;
    private final @Nullable Object[] seen;
    private final int[] subScores;
    private final @Nullable Scores scores;
    private final @Nullable BigDecimal arrAtRisk;
    private final List<Proposal> proposals;
    private final int[] daysInBand;
    private final List<Guarded> guarded;
    private final List<ScoreChange> changes;
    private final List<DecisionIssue> issues;

    private Outcome(Builder built) {
        this.failed = built.failed;
        this.fired = built.fired;
        this.seen = built.seen;
        this.subScores = built.subScores;
        this.scores = built.scores;
        this.arrAtRisk = built.arrAtRisk;
        this.proposals = List.copyOf(built.proposals);
        this.daysInBand = built.daysInBand;
        this.guarded = List.copyOf(built.guarded);
        this.changes = List.copyOf(built.changes);
        this.issues = List.copyOf(built.issues);
    }

    /**
     * Scores, coverage and bands of an account that could be scored; arrays by score, not to be changed.
     *
     * @param computed hundredths 0–10,000 before caps; {@link #NONE} when the score does not exist
     * @param shown the same after caps and floors
     * @param coverage hundredths of a percent
     * @param bands position of the band shown on its ladder, best first, where the ladder is that of the score's Thresholds row that fired;
     *     {@link #NONE} when no such row fired: the band is then {@code unknown} if Thresholds has rows for the score
     * @param previousBands the previous band as it was sent, of scores that Leave below kept in it; null for all others
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scores(
            int[] computed,
            int[] shown,
            int[] coverage,
            int[] bands,
            @Nullable String[] previousBands) {

        public static final int NONE = -1;
    }

    /**
     * What became of a playbook whose row fired.
     *
     * @param expectedValue half-up to hundredths; null when it is not known
     * @param suppressedBy number of the Playbooks row that suppresses it; {@link #NOBODY}, or {@link #GUARDRAIL}
     * @param guardrail Rule ID of the guardrail that suppresses it; null unless {@code suppressedBy} is {@link #GUARDRAIL}
     * @param coolingUntil first day it is offered again; null when it is not cooling
     */
    public record Proposal(
            @Nullable BigDecimal expectedValue,
            int suppressedBy,
            @Nullable String guardrail,
            @Nullable LocalDate coolingUntil) {

        public static final int NOBODY = -1;
        public static final int GUARDRAIL = -2;

        boolean suppressed() {
            return suppressedBy != NOBODY;
        }

        /** Neither suppressed nor cooling. */
        boolean running() {
            return !suppressed() && coolingUntil == null;
        }
    }

    /**
     * A guardrail that fired.
     *
     * @param stage after which it fired
     * @param rule its Rule ID
     * @param inputs what its conditions bound
     * @param effect what came of what it asked for
     */
    public record Guarded(
            GuardrailStage stage,
            String rule,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> effect) {
        public Guarded {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
            effect = Collections.unmodifiableMap(new LinkedHashMap<>(effect));
        }
    }

    /** Whether a rule failed; the account then has no decision, but what fired until then is told. */
    public boolean failed() {
        return failed;
    }

    /** How many rows fired. */
    public int firings() {
        return fired.length;
    }

    /** Number of the i-th row that fired, rising: in table order, then sheet order. */
    public int row(int i) {
        return fired[i];
    }

    /**
     * What the account's cells held, see {@link io.barograph.engine.ruleset.fact.Cells}: BigDecimal, Boolean, LocalDate, TextValue, SetValue
     * or null when missing. Only cells that a row that fired tests or tells need be filled.
     */
    public @Nullable Object seen(int cell) {
        return seen[cell];
    }

    /** How many cells there are. */
    public int cells() {
        return seen.length;
    }

    /** Hundredths that the i-th of the Indicators and Scoring rows that fired gave its indicator. */
    public int subScore(int i) {
        return subScores[i];
    }

    /** How many Indicators and Scoring rows fired. */
    public int subScores() {
        return subScores.length;
    }

    /** Null when the account was not scored: it has no segment model, or a rule failed before. */
    public @Nullable Scores scores() {
        return scores;
    }

    /** Churn probability of 90 days × ARR, half-up to hundredths; null when either is not known. */
    public @Nullable BigDecimal arrAtRisk() {
        return arrAtRisk;
    }

    /** One a Playbooks row that fired, in their order; empty when a rule failed before. */
    public List<Proposal> proposals() {
        return proposals;
    }

    /** Days the score of the i-th Escalations row that fired has been in its band; {@link Scores#NONE} when the row does not ask. */
    public int daysInBand(int i) {
        return daysInBand[i];
    }

    /** How many Escalations rows fired. */
    public int escalations() {
        return daysInBand.length;
    }

    /** In the order of their stages, then their files. */
    public List<Guarded> guarded() {
        return guarded;
    }

    public List<ScoreChange> changes() {
        return changes;
    }

    public List<DecisionIssue> issues() {
        return issues;
    }

    /** Puts an outcome together; what is not set is empty. Arrays are kept, so nobody may change them afterwards. */
    public static final class Builder {

        private static final int[] EMPTY = {};

        private boolean failed;
        private int[] fired = EMPTY;
        private @Nullable Object[] seen = {};
        private int[] subScores = EMPTY;
        private @Nullable Scores scores;
        private @Nullable BigDecimal arrAtRisk;
        private List<Proposal> proposals = List.of();
        private int[] daysInBand = EMPTY;
        private List<Guarded> guarded = List.of();
        private List<ScoreChange> changes = List.of();
        private List<DecisionIssue> issues = List.of();

        /** See {@link Outcome#failed()}. */
        public Builder failed(boolean value) {
            failed = value;
            return this;
        }

        /** @param rows by number, rising */
        public Builder fired(int... rows) {
            fired = rows;
            return this;
        }

        /** @param byCell see {@link Outcome#seen(int)} */
        public Builder seen(@Nullable Object[] byCell) {
            seen = byCell;
            return this;
        }

        /** @param hundredths see {@link Outcome#subScore(int)} */
        public Builder subScores(int... hundredths) {
            subScores = hundredths;
            return this;
        }

        /** See {@link Outcome#scores()}. */
        public Builder scores(@Nullable Scores value) {
            scores = value;
            return this;
        }

        /** See {@link Outcome#arrAtRisk()}. */
        public Builder arrAtRisk(@Nullable BigDecimal amount) {
            arrAtRisk = amount;
            return this;
        }

        /** See {@link Outcome#proposals()}. */
        public Builder proposals(List<Proposal> value) {
            proposals = value;
            return this;
        }

        /** @param days see {@link Outcome#daysInBand(int)} */
        public Builder daysInBand(int... days) {
            daysInBand = days;
            return this;
        }

        /** See {@link Outcome#guarded()}. */
        public Builder guarded(List<Guarded> value) {
            guarded = value;
            return this;
        }

        /** See {@link Outcome#changes()}. */
        public Builder changes(List<ScoreChange> value) {
            changes = value;
            return this;
        }

        /** See {@link Outcome#issues()}. */
        public Builder issues(List<DecisionIssue> value) {
            issues = value;
            return this;
        }

        public Outcome build() {
            return new Outcome(this);
        }
    }
}
