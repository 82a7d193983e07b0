package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.Map;

/** Where a table has one row a thing, no thing has two. */
final class DuplicateRowsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        check(workbook, SettingsTable.KIND, SettingsTable.SETTING);
        check(workbook, IndicatorsTable.KIND, IndicatorsTable.INDICATOR);
        check(workbook, WeightsTable.KIND, WeightsTable.INDICATOR);
        check(workbook, OverallTable.KIND, OverallTable.DIMENSION);
    }

    private static <T> void check(ParsedWorkbook workbook, TableKind<?> kind, Column<T> column) {
        Map<Object, TableRow> seen = new HashMap<>();
        for (TableRow row : workbook.sources(kind)) {
            T value = row.get(column);
            if (value == null) {
                continue;
            }
            TableRow first = seen.putIfAbsent(value instanceof String name ? Names.fold(name) : value, row);
            if (first != null) {
                row.error(
                        column,
                        IssueCode.DUPLICATE_ROW,
                        Wording.quoted(row.text(column)) + " already stands in row " + first.number(),
                        "keep one of the rows");
            }
        }
    }
}
