package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sheet: its non-empty cells by row and column, both counted from 1 as a spreadsheet shows them.
 *
 * @param name as written
 * @param rows only rows and cells that hold something
 * @param hiddenRows numbers of hidden rows
 * @param hiddenColumns numbers of hidden columns
 * @param merged merged regions
 */
public record Sheet(
        String file,
        String name,
        boolean hidden,
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns,
        List<MergedRegion> merged) {

    /** Inclusive bounds, from 1. */
    public record MergedRegion(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    public @Nullable Cell cell(int row, int column) {
        NavigableMap<Integer, Cell> cells = rows.get(row);
        return cells == null ? null : cells.get(column);
    }

    public CellAddress address(int row, int column) {
        return new CellAddress(file, name, row, column);
    }
}
