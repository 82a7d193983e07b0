package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.List;

/** A segment's workbook says which segment it is for. */
final class SegmentSettingCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(SettingsTable.KIND);
        if (table == null || !table.table().headersSound()) {
            return;
        }
        String name = SettingsTable.SEGMENT.name();
        for (TableRow row : table.sources()) {
            boolean meant = Names.closest(row.text(SettingsTable.SETTING), List.of(name))
                    .isPresent();
            if (meant && (row.hasCell(SettingsTable.VALUE) || row.isFaulty(SettingsTable.SETTING))) {
                return;
            }
        }
        issues.error(
                IssueCode.BAD_SETTING,
                table.table().sheet().address(0, 0),
                "the setting " + Wording.quoted(name) + " is missing",
                null,
                "add a row with Setting " + Wording.quoted(name) + " and the segment's name as Value");
    }
}
