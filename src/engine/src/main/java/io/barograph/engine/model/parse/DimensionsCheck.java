package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;

/** Every dimension of Overall has a column in Weights; that every column has a row its header says. */
final class DimensionsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> weights = workbook.table(WeightsTable.KIND);
        if (weights == null || !weights.table().headersSound()) {
            return;
        }
        for (TableRow row : workbook.sources(OverallTable.KIND)) {
            String dimension = row.get(OverallTable.DIMENSION);
            if (dimension != null
                    && weights.table().dimensions().stream()
                            .noneMatch(column -> Names.same(column.header(), dimension))) {
                row.error(
                        OverallTable.DIMENSION,
                        IssueCode.UNKNOWN_DIMENSION,
                        "the dimension " + Wording.quoted(dimension) + " has no column in Weights",
                        "add the column, or take the row out");
            }
        }
    }
}
