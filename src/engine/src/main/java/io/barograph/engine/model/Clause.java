package io.barograph.engine.model;

import io.barograph.engine.issue.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a row: which term, what it must satisfy, and the cell that says so. A cell under {@code Overall
 * crosses below} becomes two clauses with the same cell: {@code Previous overall >= n} and {@code Overall < n}.
 *
 * @param text the cell as the user wrote it, cleaned
 */
public record Clause(Term term, Condition condition, CellAddress cell, String text) {

    /** @param values an account's values by slot */
    public boolean holds(@Nullable Object[] values) {
        return condition.matches(values[term.slot()]);
    }
}
