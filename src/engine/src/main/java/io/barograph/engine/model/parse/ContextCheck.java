package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;

/** A Context row is about an indicator or about a category. */
final class ContextCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (TableRow row : workbook.sources(ContextTable.KIND)) {
            boolean indicator = row.hasCell(ContextTable.INDICATOR);
            boolean category = row.hasCell(ContextTable.CATEGORY);
            if (indicator && category) {
                row.error(
                        ContextTable.CATEGORY,
                        IssueCode.CONTRADICTION,
                        "the row names both an indicator and a category",
                        "keep one of them, or write two rows");
            } else if (!indicator && !category && row.table().headersSound()) {
                row.error(
                        ContextTable.FACTOR,
                        IssueCode.MISSING_CELL,
                        "the row says neither which indicator nor which category it is about",
                        "fill Indicator or Category");
            }
        }
    }
}
