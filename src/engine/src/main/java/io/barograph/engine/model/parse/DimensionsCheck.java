package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.util.List;
import java.util.NavigableMap;

/** Every dimension of Overall has a column in Weights; that every column has a row its header says. */
final class DimensionsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> weights = workbook.table(WeightsTable.KIND);
        if (weights == null) {
            return;
        }
        List<String> headers = headers(weights.table().sheet());
        for (TableRow row : workbook.sources(OverallTable.KIND)) {
            String dimension = row.get(OverallTable.DIMENSION);
            if (dimension != null && headers.stream().noneMatch(header -> Names.same(header, dimension))) {
                row.error(
                        OverallTable.DIMENSION,
                        IssueCode.UNKNOWN_DIMENSION,
                        "the dimension " + Wording.quoted(dimension) + " has no column in Weights",
                        Names.closest(dimension, headers)
                                .map(header -> "did you mean " + Wording.quoted(header) + "?")
                                .orElse("add the column, or take the row out"));
            }
        }
    }

    private static List<String> headers(Sheet weights) {
        NavigableMap<Integer, Cell> cells = weights.rows().get(1);
        return cells == null
                ? List.of()
                : cells.values().stream().map(cell -> Names.clean(cell.text())).toList();
    }
}
