package io.barograph.testkit.shipped;

import io.barograph.engine.model.Table;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table as people type it: a line a row, cells between bars, headers in the first line. Cells of columns for
 * numbers become numbers, empty cells stay empty, all else is text.
 */
final class TableText {

    private final Columns columns;

    TableText(Columns columns) {
        this.columns = columns;
    }

    SheetPlan sheet(Table table, String text) {
        return sheet(table, text, null);
    }

    /** @param groupBy header of the column whose equal neighbours are shaded together */
    SheetPlan sheet(Table table, String text, @Nullable String groupBy) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<ColumnPlan> plans = cells(lines.get(0)).stream()
                .map(header -> columns.of(table, header))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(table, plans, line));
        }
        return new SheetPlan(table.sheet(), plans, groupBy, rows);
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
            case DATE -> java.time.LocalDate.parse(cell);
        };
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
