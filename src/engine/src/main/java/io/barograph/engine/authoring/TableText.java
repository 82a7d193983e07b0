package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.SheetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table as people type it: a line a row, cells between bars, headers in the first line. Cells of columns for
 * numbers become numbers, empty cells stay empty, all else is text.
 */
final class TableText {

    private static final int WIDEST_CONDITION = 22;

    private final TableColumns columns;

    TableText(TableColumns columns) {
        this.columns = columns;
    }

    /** @param groupBy header of the column whose equal neighbours are shaded together */
    SheetPlan sheet(Table table, String text, @Nullable String groupBy) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> headers = cells(lines.get(0));
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            plans.add(fitted(columns.of(table, headers.get(i)), i, lines));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(table, plans, line));
        }
        return new SheetPlan(table.sheet(), plans, groupBy, rows);
    }

    /** Condition columns are as wide as what stands in them, as there can be many. */
    private static ColumnPlan fitted(ColumnPlan column, int index, List<String> lines) {
        if (column.purpose() != ColumnPlan.Purpose.CONDITION || column.format() == ColumnPlan.Format.GENERAL) {
            return column;
        }
        int longestCell = lines.stream()
                .skip(1)
                .map(line -> cells(line).get(index))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int longestWord = Arrays.stream(column.header().split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return column.wide(Math.max(longestWord + 3, Math.min(longestCell, WIDEST_CONDITION) + 3));
    }

    private static List<@Nullable Object> row(Table table, List<ColumnPlan> plans, String line) {
        List<String> cells = cells(line);
        if (cells.size() != plans.size()) {
            throw new IllegalArgumentException("a row of %s has %d cells, but the table has %d columns: %s"
                    .formatted(table.sheet(), cells.size(), plans.size(), line));
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(value(plans.get(i).format(), cells.get(i)));
        }
        return row;
    }

    private static @Nullable Object value(ColumnPlan.Format format, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (format) {
            case TEXT -> cell;
            case GENERAL -> Numbers.parse(cell).<Object>map(number -> number).orElse(cell);
            case NUMBER, INTEGER, PERCENT ->
                Numbers.parse(cell)
                        .orElseThrow(() -> new IllegalArgumentException("`" + cell + "` should be a number"));
            case DATE -> LocalDate.parse(cell);
        };
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
