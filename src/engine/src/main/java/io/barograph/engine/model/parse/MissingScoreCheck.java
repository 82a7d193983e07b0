package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import java.util.HashMap;
import java.util.Map;

/** What a missing indicator scores is said in one place: in Indicators or in Scoring. */
final class MissingScoreCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Map<Field, TableRow> substituted = new HashMap<>();
        for (TableRow row : workbook.sources(IndicatorsTable.KIND)) {
            Field field = row.get(IndicatorsTable.INDICATOR);
            if (field != null && row.get(IndicatorsTable.IF_MISSING) != null) {
                substituted.put(field, row);
            }
        }
        for (TableRow row : workbook.sources(ScoringTable.KIND)) {
            Field field = row.get(ScoringTable.INDICATOR);
            TableRow other = field == null || row.isFaulty(ScoringTable.VALUE) ? null : substituted.get(field);
            Condition value = row.get(ScoringTable.VALUE);
            if (field != null && other != null && (value == null || value.matches(null))) {
                row.error(
                        ScoringTable.VALUE,
                        IssueCode.CONTRADICTION,
                        "the row scores a missing " + Wording.quoted(field.label()) + ", and so does `If missing` in "
                                + other.address(IndicatorsTable.IF_MISSING),
                        "keep one of them");
            }
        }
    }
}
