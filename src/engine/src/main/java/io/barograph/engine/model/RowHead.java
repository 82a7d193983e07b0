package io.barograph.engine.model;

import io.barograph.engine.issue.CellAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every row has.
 *
 * @param table the sheet it stands in
 * @param ruleId as written; null only where the table does not require one
 * @param because null only where the table does not require one
 * @param cell the cell that says what the row does (Score, Band, Playbook …)
 * @param order position among the table's active rows, from 0, in sheet order
 * @param clauses condition cells in column order; all must hold
 * @param cells the filled cells of the table's own columns, by the header the format gives them
 * @param words the row as a person would tell it: {@code SC-014: Seat utilisation 60..80 → 65}
 */
public record RowHead(
        Table table,
        @Nullable String ruleId,
        @Nullable Sentence because,
        CellAddress cell,
        int order,
        List<Clause> clauses,
        Map<String, CellAddress> cells,
        String words) {

    public RowHead {
        clauses = List.copyOf(clauses);
        cells = cells instanceof RowCells ? cells : Map.copyOf(cells);
    }

    /** The same row, without conditions. */
    public RowHead unconditional() {
        return with(List.of());
    }

    /** The same row under other conditions. */
    public RowHead with(List<Clause> others) {
        return new RowHead(table, ruleId, because, cell, order, others, cells, words);
    }

    /** Whether every clause holds for an account's values by slot. */
    public boolean admits(@Nullable Object[] values) {
        for (Clause clause : clauses) {
            if (!clause.holds(values)) {
                return false;
            }
        }
        return true;
    }
}
