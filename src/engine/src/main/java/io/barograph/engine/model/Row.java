package io.barograph.engine.model;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.List;
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
    record WeightRow(RowHead head, Field indicator, java.util.Map<String, BigDecimal> weights) implements Row {
        public WeightRow {
            weights = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(weights));
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
            List<String> suppresses)
            implements Row {
        public PlaybookRow {
            suppresses = List.copyOf(suppresses);
        }
    }
}
