package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.workbook.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calibration tells 90 days; each horizon starts at a score of 0 and rises from row to row, and the better the score the
 * less likely is churn.
 */
final class CalibrationCheck implements Check {

    private static final int REQUIRED_HORIZON = 90;

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(CalibrationTable.KIND);
        if (table == null || !table.table().headersSound()) {
            return;
        }
        Map<Integer, List<TableRow>> horizons = new LinkedHashMap<>();
        boolean readable = true;
        for (TableRow row : table.sources()) {
            Integer horizon = row.get(CalibrationTable.HORIZON);
            readable &= horizon != null;
            if (horizon != null) {
                horizons.computeIfAbsent(horizon, unused -> new ArrayList<>()).add(row);
            }
        }
        if (readable && !horizons.containsKey(REQUIRED_HORIZON)) {
            Sheet sheet = table.table().sheet();
            issues.error(
                    IssueCode.BAD_CALIBRATION,
                    CellAddress.ofSheet(sheet.file(), sheet.name()),
                    "no row is about 90 days, which `Churn probability`, `ARR at risk` and expected values need",
                    null,
                    "add rows whose Horizon (days) is 90");
        }
        horizons.values().forEach(CalibrationCheck::horizon);
    }

    private static void horizon(List<TableRow> rows) {
        TableRow first = rows.get(0);
        BigDecimal start = first.get(CalibrationTable.SCORE_FROM);
        Integer horizon = first.get(CalibrationTable.HORIZON);
        if (horizon != null && start != null && start.signum() != 0) {
            first.error(
                    CalibrationTable.SCORE_FROM,
                    IssueCode.BAD_CALIBRATION,
                    "the first row of " + Wording.days(horizon) + " starts at " + WrittenNumber.plain(start)
                            + ", so lower scores have no probability",
                    "start at 0");
        }
        for (int i = 1; i < rows.size(); i++) {
            step(rows.get(i - 1), rows.get(i));
        }
    }

    private static void step(TableRow before, TableRow row) {
        BigDecimal above = before.get(CalibrationTable.SCORE_FROM);
        BigDecimal from = row.get(CalibrationTable.SCORE_FROM);
        if (above != null && from != null && from.compareTo(above) <= 0) {
            row.error(
                    CalibrationTable.SCORE_FROM,
                    IssueCode.BAD_CALIBRATION,
                    "Score from " + WrittenNumber.plain(from) + " is not above the " + WrittenNumber.plain(above)
                            + " of row " + before.number() + " for the same horizon",
                    "put the rows of a horizon in rising order of Score from");
            return;
        }
        BigDecimal churnBefore = before.get(CalibrationTable.CHURN);
        BigDecimal churn = row.get(CalibrationTable.CHURN);
        if (churnBefore != null && churn != null && churn.compareTo(churnBefore) > 0) {
            row.error(
                    CalibrationTable.CHURN,
                    IssueCode.BAD_CALIBRATION,
                    "a better score churns more: " + WrittenNumber.plain(churn) + " after "
                            + WrittenNumber.plain(churnBefore) + " in row " + before.number(),
                    "write " + WrittenNumber.plain(churnBefore) + " or less");
        }
        BigDecimal expansionBefore = before.get(CalibrationTable.EXPANSION);
        BigDecimal expansion = row.get(CalibrationTable.EXPANSION);
        if (expansionBefore != null && expansion != null && expansion.compareTo(expansionBefore) < 0) {
            row.place(CalibrationTable.EXPANSION)
                    .notice(
                            IssueCode.NOT_MONOTONE,
                            "a better score expands less: " + WrittenNumber.plain(expansion) + " after "
                                    + WrittenNumber.plain(expansionBefore) + " in row " + before.number(),
                            "check that this is meant");
        }
    }
}
