package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.SheetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes sheets of tables written as texts: cells of columns for numbers become numbers, empty ones stay empty. */
final class SheetPlans {

    private static final int WIDEST_CONDITION = 22;

    /** Where rows that belong together follow each other, they are shaded by this column. */
    private static final Map<Table, String> GROUPED = Map.of(
            Table.SCORING, "Indicator",
            Table.THRESHOLDS, "Applies to",
            Table.CALIBRATION, "Horizon (days)");

    private final TableColumns columns;

    SheetPlans(TableColumns columns) {
        this.columns = columns;
    }

    /**
     * @param lines headers first, then the rows, all of one length
     * @throws IllegalArgumentException when the table takes no such column, a row has another length or a cell is no number
     *     where one belongs
     */
    SheetPlan sheet(Table table, List<List<String>> lines) {
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < lines.get(0).size(); i++) {
            plans.add(fitted(columns.of(table, lines.get(0).get(i)), i, lines));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            rows.add(row(table, plans, line));
        }
        return new SheetPlan(table.sheet(), plans, GROUPED.get(table), rows);
    }

    /** Condition columns are as wide as what stands in them, as there can be many. */
    private static ColumnPlan fitted(ColumnPlan column, int index, List<List<String>> lines) {
        if (column.purpose() != ColumnPlan.Purpose.CONDITION || column.format() == ColumnPlan.Format.GENERAL) {
            return column;
        }
        int longestCell = lines.stream()
                .skip(1)
                .filter(line -> index < line.size())
                .mapToInt(line -> line.get(index).length())
                .max()
                .orElse(0);
        int longestWord = Arrays.stream(column.header().split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return column.wide(Math.max(longestWord + 3, Math.min(longestCell, WIDEST_CONDITION) + 3));
    }

    private static List<@Nullable Object> row(Table table, List<ColumnPlan> plans, List<String> cells) {
        if (cells.size() != plans.size()) {
            throw new IllegalArgumentException("a row of %s has %d cells, but the table has %d columns: %s"
                    .formatted(table.sheet(), cells.size(), plans.size(), String.join(" | ", cells)));
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
}
