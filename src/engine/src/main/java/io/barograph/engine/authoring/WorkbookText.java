package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.WorkbookPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A workbook as texts, a table each: a line a row, cells between bars, headers in the first line. Sheets stand in the
 * order they are evaluated.
 *
 * @param title heading of the Read me sheet
 * @param readMe its paragraphs
 */
public record WorkbookText(String title, List<String> readMe, Map<Table, String> tables) {

    /** Where rows that belong together follow each other, they are shaded by this column. */
    private static final Map<Table, String> GROUPED = Map.of(
            Table.SCORING, "Indicator",
            Table.THRESHOLDS, "Applies to",
            Table.CALIBRATION, "Horizon (days)");

    public WorkbookText {
        readMe = List.copyOf(readMe);
        EnumMap<Table, String> copy = new EnumMap<>(Table.class);
        copy.putAll(tables);
        tables = copy;
    }

    public WorkbookText(String title, List<String> readMe) {
        this(title, readMe, Map.of());
    }

    public WorkbookText with(Table table, String text) {
        Map<Table, String> more = new EnumMap<>(Table.class);
        more.putAll(tables);
        more.put(table, text);
        return new WorkbookText(title, readMe, more);
    }

    /** @throws IllegalArgumentException when a table has a column it does not take, or a row of the wrong length */
    public WorkbookPlan plan(TableColumns columns) {
        TableText reader = new TableText(columns);
        List<SheetPlan> sheets = tables.entrySet().stream()
                .map(entry -> reader.sheet(entry.getKey(), entry.getValue(), GROUPED.get(entry.getKey())))
                .toList();
        return new WorkbookPlan(title, readMe, sheets);
    }
}
