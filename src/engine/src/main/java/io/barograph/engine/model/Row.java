package io.barograph.engine.model;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An active row of a table; one record a kind of table. Numbers are canonical decimals. */
public sealed interface Row {

    RowHead head();

    /** Segments: conditions → segment, first match. */
    record SegmentRow(RowHead head, String segment) implements Row {}

    /** Account tiers: conditions → tier, first match. */
    record TierRow(RowHead head, String tier) implements Row {}

    /**
     * Indicators: how observations of one indicator are processed.
     *
     * @param term the indicator's processed value
     * @param halfLifeDays smoothing; null when not smoothed
     * @param maxAgeDays older observations are unusable; null when there is no limit
     * @param ifMissing score 0–100 that stands in; null means the indicator drops out
     * @param campaignDiscountPercent 0–100; null means no discount
     */
    record IndicatorRow(
            RowHead head,
            Term term,
            @Nullable BigDecimal halfLifeDays,
            @Nullable Integer maxAgeDays,
            @Nullable BigDecimal ifMissing,
            @Nullable BigDecimal campaignDiscountPercent)
            implements Row {}

    /**
     * Scoring: a condition on one indicator → its sub-score.
     *
     * @param term the indicator's processed value
     * @param value condition on it; null when the cell is empty (any)
     * @param score 0–100
     * @param ramp set when the score runs linearly over the value's range
     */
    record ScoringRow(
            RowHead head,
            Term term,
            @Nullable Condition value,
            BigDecimal score,
            @Nullable Ramp ramp) implements Row {}

    /** A linear run: from {@code score} at {@code from} to {@code scoreAtEnd} at {@code to}; {@code from < to}. */
    record Ramp(BigDecimal from, BigDecimal to, BigDecimal scoreAtEnd) {}

    /**
     * Weights: an indicator's base weight in each dimension, by dimension name as Overall writes it; only filled cells.
     */
    record WeightRow(RowHead head, Field indicator, Map<String, BigDecimal> weights) implements Row {
        public WeightRow {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }
    }

    /** Context: conditions → a factor 0–10 on the weight of one indicator or of a category; exactly one is set. */
    record ContextRow(
            RowHead head,
            @Nullable Field indicator,
            @Nullable String category,
            BigDecimal factor) implements Row {}

    /** Overall: a dimension's weight in the overall score. */
    record DimensionRow(RowHead head, String dimension, BigDecimal weight) implements Row {}

    /**
     * Caps: conditions → bounds on a score or its band.
     *
     * @param score {@code Overall} or a dimension
     * @param bandAtMost a band of that score, as Thresholds writes it
     */
    record CapRow(
            RowHead head,
            String score,
            @Nullable BigDecimal atMost,
            @Nullable BigDecimal atLeast,
            @Nullable String bandAtMost)
            implements Row {}

    /**
     * Thresholds: conditions and a score → band, first match per score.
     *
     * @param from null for the lowest band
     * @param leaveBelow an account already in this band stays while its score is at least this; null: no hysteresis
     * @param ladder bands of the rows with the same score and the same conditions, best first
     */
    record ThresholdRow(
            RowHead head,
            String score,
            String band,
            @Nullable BigDecimal from,
            @Nullable BigDecimal leaveBelow,
            List<String> ladder)
            implements Row {
        public ThresholdRow {
            ladder = List.copyOf(ladder);
        }
    }

    /**
     * Playbooks: conditions → a recommendation.
     *
     * @param suppresses names of playbooks or channels, as written
     * @param worth what its expected value is computed from
     */
    record PlaybookRow(
            RowHead head,
            String playbook,
            @Nullable String action,
            @Nullable String ownerRole,
            @Nullable String channel,
            @Nullable Integer dueDays,
            @Nullable Integer priority,
            @Nullable Integer coolDownDays,
            List<String> suppresses,
            Worth worth)
            implements Row {
        public PlaybookRow {
            suppresses = List.copyOf(suppresses);
        }
    }

    /**
     * What a playbook is worth: churn probability × ARR × save rate − cost, or expansion probability × ARR × uplift −
     * cost.
     *
     * @param fromExpansion whether the value comes from expansion rather than from churn avoided
     * @param saveRatePercent 0–100; null when the row has none
     * @param upliftPercent at least 0; null when the row has none
     * @param cost in the currency of {@code arr}; null counts as 0
     */
    record Worth(
            boolean fromExpansion,
            @Nullable BigDecimal saveRatePercent,
            @Nullable BigDecimal upliftPercent,
            @Nullable BigDecimal cost) {

        /** Of rows that say nothing about it. */
        public static final Worth UNSTATED = new Worth(false, null, null, null);

        /** The rate that counts: uplift for expansion, save rate for churn; null when there is no expected value. */
        public @Nullable BigDecimal ratePercent() {
            return fromExpansion ? upliftPercent : saveRatePercent;
        }
    }

    /**
     * Calibration: what an overall score meant in the past. Does not fire.
     *
     * @param horizonDays prediction window, for example 90
     * @param scoreFrom the overall score, 0–100, from which the row holds
     * @param churnProbability 0–1
     * @param expansionProbability 0–1
     * @param linear whether probabilities run linearly to those of the horizon's next row; otherwise they stay
     */
    record CalibrationRow(
            RowHead head,
            int horizonDays,
            BigDecimal scoreFrom,
            BigDecimal churnProbability,
            BigDecimal expansionProbability,
            boolean linear)
            implements Row {}

    /**
     * Trends: a change of a measure over some days, and conditions → a flag.
     *
     * @param change the change as a term: measure, days, points or percent
     * @param value condition on it
     * @param severity low, medium or high
     */
    record TrendRow(RowHead head, Term change, Condition value, String flag, String severity) implements Row {}

    /**
     * Signals: conditions → a flag.
     *
     * @param severity low, medium or high
     */
    record SignalRow(RowHead head, String flag, String severity) implements Row {}

    /** Cohorts: conditions → cohort, first match. */
    record CohortRow(RowHead head, String cohort) implements Row {}

    /**
     * Escalations: a score's band, how long it lasts, and conditions → somebody to tell.
     *
     * @param score {@code Overall} or a dimension
     * @param band condition on the score's band; null when the cell is empty (any)
     * @param forAtLeastDays least days in that score's band; null when it does not matter
     */
    record EscalationRow(
            RowHead head,
            String score,
            @Nullable Condition band,
            @Nullable Integer forAtLeastDays,
            String escalateTo,
            @Nullable String action,
            @Nullable Integer dueDays)
            implements Row {}

    /**
     * Tests: an account of the business's own, and what must come of it. Does not fire.
     *
     * @param attributes values by contract name, only filled cells: BigDecimal, Boolean, String or LocalDate
     * @param indicators the same
     * @param previous what the decision of the day before showed; only what was filled
     * @param expected conditions on what the decision says; at least one
     */
    record TestRow(
            RowHead head,
            LocalDate asOf,
            Map<String, Object> attributes,
            Map<String, Object> indicators,
            List<PreviousScore> previous,
            List<Clause> expected)
            implements Row {

        /** What Tests take for today when they do not say. */
        public static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 1, 1);

        public TestRow {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
            previous = List.copyOf(previous);
            expected = List.copyOf(expected);
        }
    }

    /** An earlier score with its band; either may be missing. */
    record PreviousScore(
            String score,
            @Nullable BigDecimal value,
            @Nullable String band) {}
}
