package io.barograph.engine.model;

import io.barograph.engine.contract.Field;
import org.jspecify.annotations.Nullable;

/**
 * One thing of the vocabulary that conditions and placeholders can name, interned per model.
 *
 * @param slot index into an account's values, from 0, unique within the model
 * @param type what its values are
 * @param key how decisions name it: the contract name of a field, otherwise the canonical vocabulary name, for example
 *     {@code Previous overall band}, {@code Retention score}, {@code Change in Seat utilisation over 30 days}
 * @param field for fields and changes of indicators
 * @param score {@code Overall} or a dimension, for scores, bands and their changes
 * @param days for changes: N
 * @param percent for changes: in percent rather than points
 */
public record Term(
        int slot,
        Kind kind,
        Type type,
        String key,
        @Nullable Field field,
        @Nullable String score,
        int days,
        boolean percent) {

    /** Terms are looked up for every cell that is checked. */
    @Override
    public int hashCode() {
        return 31 * key.hashCode() + slot;
    }

    /** Where a term's value comes from, and {@link #from the first table} that may use it. */
    public enum Kind {
        ATTRIBUTE(Table.SEGMENTS),
        INDICATOR(Table.SEGMENTS),
        DAYS_TO_RENEWAL(Table.SEGMENTS),
        PREVIOUS_SCORE(Table.SEGMENTS),
        PREVIOUS_BAND(Table.SEGMENTS),
        CHANGE_IN_INDICATOR(Table.SEGMENTS),
        SEGMENT(Table.CONTEXT),
        TIER(Table.CONTEXT),
        SCORE(Table.CAPS),
        COVERAGE(Table.CAPS),
        CONFIDENCE(Table.THRESHOLDS),
        CHANGE_IN_SCORE(Table.THRESHOLDS),
        BAND(Table.CALIBRATION),
        BAND_ENTERED(Table.CALIBRATION),
        DAYS_IN_BAND(Table.CALIBRATION),
        CHURN_PROBABILITY(Table.TRENDS),
        EXPANSION_PROBABILITY(Table.TRENDS),
        ARR_AT_RISK(Table.TRENDS),
        FLAGS(Table.SIGNALS),
        FLAG_SEVERITY(Table.SIGNALS),
        COHORT(Table.PLAYBOOKS),
        PLAYBOOKS(Table.ESCALATIONS),
        ESCALATIONS(Table.TESTS);

        private final Table from;

        Kind(Table from) {
            this.from = from;
        }

        public Table from() {
            return from;
        }
    }

    /**
     * Java types of values: NUMBER {@link java.math.BigDecimal}, BOOLEAN {@link Boolean}, TEXT {@link TextValue}, DATE
     * {@link java.time.LocalDate}, SET {@link SetValue}.
     */
    public enum Type {
        NUMBER,
        BOOLEAN,
        TEXT,
        DATE,
        SET
    }
}
