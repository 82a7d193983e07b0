package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import java.util.List;

/** What playbooks say about their worth can be turned into an expected value. */
final class ExpectedValueCheck implements Check {

    private static final List<Column<?>> WORTH =
            List.of(PlaybooksTable.VALUE_FROM, PlaybooksTable.SAVE_RATE, PlaybooksTable.UPLIFT, PlaybooksTable.COST);

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        boolean sheet = workbook.table(CalibrationTable.KIND) != null;
        boolean calibrated = !workbook.sources(CalibrationTable.KIND).isEmpty();
        boolean told = false;
        for (TableRow row : workbook.sources(PlaybooksTable.KIND)) {
            boolean faulty = WORTH.stream().anyMatch(row::isFaulty);
            Column<?> filled = WORTH.stream()
                    .filter(column -> row.get(column) != null)
                    .findFirst()
                    .orElse(null);
            if (filled == null || faulty) {
                continue;
            }
            if (calibrated) {
                rate(row, filled);
            } else if (!told) {
                told = true;
                row.place(filled)
                        .notice(
                                IssueCode.NO_EFFECT,
                                "without " + (sheet ? "rows in" : "a sheet")
                                        + " Calibration there are no probabilities, so no playbook has an expected value",
                                "add " + (sheet ? "rows to" : "the sheet") + " Calibration, or leave the cells empty");
            }
        }
    }

    private static void rate(TableRow row, Column<?> filled) {
        boolean expansion = PlaybooksTable.isFromExpansion(row);
        Column<BigDecimal> needed = expansion ? PlaybooksTable.UPLIFT : PlaybooksTable.SAVE_RATE;
        if (row.get(needed) == null) {
            row.place(filled)
                    .notice(
                            IssueCode.NO_EFFECT,
                            "the row has no expected value: a value from " + (expansion ? "expansion" : "churn")
                                    + " needs " + needed.header(),
                            "fill " + needed.header());
        }
    }
}
