package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;

/** Every test expects something. */
final class TestsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (TableRow row : workbook.sources(TestsTable.KIND)) {
            if (row.hasSoundConditions() && row.clauses().isEmpty()) {
                row.error(
                        TableForm.RULE_ID,
                        IssueCode.MISSING_EXPECTATION,
                        "the test expects nothing",
                        "fill a cell under a header such as `Expect: Overall band`");
            }
        }
    }
}
