package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.List;

/** A row of Segments takes every account; rows that follow it are found to be unreachable. */
final class CatchAllCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(SegmentsTable.KIND);
        List<TableRow> rows = workbook.sources(SegmentsTable.KIND);
        if (table == null || rows.isEmpty() || !table.table().headersSound()) {
            return;
        }
        TableRow last = rows.get(rows.size() - 1);
        boolean taken = rows.stream()
                .anyMatch(row -> row.hasSoundConditions() && row.clauses().isEmpty());
        if (last.hasSoundConditions() && !taken) {
            last.place(SegmentsTable.SEGMENT)
                    .error(
                            IssueCode.MISSING_CATCH_ALL,
                            "the last row has conditions, so accounts that match no row have no segment",
                            "add a last row whose conditions are empty");
        }
    }
}
