package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.WorkbookPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A workbook as people type it: for each table a line a row, cells between bars, headers in the first line. Sheets stand
 * in the order they are evaluated.
 *
 * @param title heading of the Read me sheet
 * @param readMe its paragraphs
 */
public record WorkbookText(String title, List<String> readMe, Map<Table, String> tables) {

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
        SheetPlans plans = new SheetPlans(columns);
        List<SheetPlan> sheets = tables.entrySet().stream()
                .map(entry -> plans.sheet(entry.getKey(), lines(entry.getValue())))
                .toList();
        return new WorkbookPlan(title, readMe, sheets);
    }

    private static List<List<String>> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }
}
