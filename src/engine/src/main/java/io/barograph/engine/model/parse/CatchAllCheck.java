package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.List;

/** The last row of Segments takes every account that is left. */
final class CatchAllCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(SegmentsTable.KIND);
        List<TableRow> rows = workbook.sources(SegmentsTable.KIND);
        if (table == null || rows.isEmpty() || !table.table().headersSound()) {
            return;
        }
        TableRow last = rows.get(rows.size() - 1);
        if (last.hasSoundConditions() && !last.clauses().isEmpty()) {
            last.place(SegmentsTable.SEGMENT)
                    .error(
                            IssueCode.MISSING_CATCH_ALL,
                            "the last row has conditions, so accounts that match no row have no segment",
                            "add a last row whose conditions are empty");
        }
    }
}
