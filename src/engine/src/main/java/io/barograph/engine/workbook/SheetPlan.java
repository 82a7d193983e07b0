package io.barograph.engine.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet to be written: one table with its headers in row 1.
 *
 * @param groupBy header of the column whose equal neighbours are shaded together; null when rows are not grouped
 * @param rows values in column order, at most one a column: String, BigDecimal, Integer, Boolean, LocalDate, or null
 *     for an empty cell
 * @param marks what stands out of the table's usual look
 */
public record SheetPlan(
        String name,
        List<ColumnPlan> columns,
        @Nullable String groupBy,
        List<List<@Nullable Object>> rows,
        List<CellMark> marks) {

    public SheetPlan {
        columns = List.copyOf(columns);
        marks = List.copyOf(marks);
        List<List<@Nullable Object>> copy = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() > columns.size()) {
                throw new IllegalArgumentException("sheet `" + name + "` has " + columns.size()
                        + " columns, but a row has " + row.size() + " values: " + row);
            }
            row.forEach(SheetPlan::requireWritable);
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    public SheetPlan(
            String name, List<ColumnPlan> columns, @Nullable String groupBy, List<List<@Nullable Object>> rows) {
        this(name, columns, groupBy, rows, List.of());
    }

    public SheetPlan(String name, List<ColumnPlan> columns, List<List<@Nullable Object>> rows) {
        this(name, columns, null, rows);
    }

    /** Position of the column with this header, from 0; −1 when there is none. */
    int indexOf(@Nullable String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).header().equals(header)) {
                return i;
            }
        }
        return -1;
    }

    private static void requireWritable(@Nullable Object value) {
        boolean writable = value == null
                || value instanceof String
                || value instanceof BigDecimal
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof LocalDate;
        if (!writable) {
            throw new IllegalArgumentException("a cell cannot hold `" + value + "`");
        }
    }
}
