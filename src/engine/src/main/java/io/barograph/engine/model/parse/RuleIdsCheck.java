package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.Map;

/** No Rule ID is used twice in the model, whatever its case and whether or not its row is active. */
final class RuleIdsCheck implements Check {

    private final Map<String, CellAddress> seen = new HashMap<>();

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (ParsedTable<?> table : workbook.tables()) {
            for (TableRow row : table.table().rows()) {
                String id = row.get(TableForm.RULE_ID);
                CellAddress first =
                        id == null ? null : seen.putIfAbsent(Names.fold(id), row.address(TableForm.RULE_ID));
                if (id != null && first != null) {
                    row.error(
                            TableForm.RULE_ID,
                            IssueCode.DUPLICATE_RULE_ID,
                            "the Rule ID " + Wording.quoted(id) + " is used already in " + first,
                            "give this row one of its own");
                }
            }
        }
    }
}
