package io.barograph.service.records;

import io.barograph.service.records.Term.Field;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a filter asks for: a record with any of them passes.
 *
 * @param value null for any
 * @param ruleId of a cell; null for any
 */
record Wanted(Field field, @Nullable String value, @Nullable String ruleId) {

    Wanted {
        if (value == null && ruleId == null) {
            throw new IllegalArgumentException("a filter asks for something");
        }
        value = value == null ? null : Term.comparable(field, value);
        ruleId = ruleId == null ? null : Term.comparable(field, ruleId);
    }

    static Wanted of(Field field, String value) {
        return new Wanted(field, value, null);
    }

    /** One firing: of the rule, in the cell, or both. */
    static Wanted fired(@Nullable String ruleId, @Nullable String cell) {
        return new Wanted(Field.CELL, cell, ruleId);
    }

    boolean matches(Term term) {
        return term.field() == field
                && (value == null || value.equals(term.value()))
                && (ruleId == null || ruleId.equals(term.ruleId()));
    }
}
