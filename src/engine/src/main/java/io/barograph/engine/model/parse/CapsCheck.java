package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.List;

/** A cap bounds something, its bounds do not contradict, and its band is one the score can have. */
final class CapsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (TableRow row : workbook.sources(CapsTable.KIND)) {
            bounds(row);
            band(workbook, row);
        }
    }

    private static void bounds(TableRow row) {
        BigDecimal atMost = row.get(CapsTable.AT_MOST);
        BigDecimal atLeast = row.get(CapsTable.AT_LEAST);
        if (atMost != null && atLeast != null && atMost.compareTo(atLeast) < 0) {
            row.error(
                    CapsTable.AT_MOST,
                    IssueCode.CONTRADICTION,
                    "At most " + WrittenNumber.plain(atMost) + " is under At least " + WrittenNumber.plain(atLeast),
                    null);
        }
        if (!row.hasCell(CapsTable.AT_MOST)
                && !row.hasCell(CapsTable.AT_LEAST)
                && !row.hasCell(CapsTable.BAND_AT_MOST)
                && row.table().headersSound()) {
            row.error(
                    CapsTable.APPLIES_TO,
                    IssueCode.MISSING_CELL,
                    "the row bounds nothing",
                    "fill At most, At least or Band at most");
        }
    }

    private static void band(ParsedWorkbook workbook, TableRow row) {
        String band = row.get(CapsTable.BAND_AT_MOST);
        String score = row.get(CapsTable.APPLIES_TO);
        if (band == null || score == null) {
            return;
        }
        List<TableRow> thresholds = workbook.sources(ThresholdsTable.KIND);
        boolean readable = workbook.table(ThresholdsTable.KIND) != null
                && thresholds.stream().noneMatch(each -> each.isFaulty(ThresholdsTable.APPLIES_TO));
        List<String> bands = thresholds.stream()
                .filter(each -> score.equals(each.get(ThresholdsTable.APPLIES_TO)))
                .map(each -> Names.clean(each.text(ThresholdsTable.BAND)))
                .distinct()
                .toList();
        if (readable && Scope.same(band, bands) == null) {
            row.error(
                    CapsTable.BAND_AT_MOST,
                    IssueCode.UNKNOWN_VALUE,
                    "Thresholds has no band " + Wording.quoted(band) + " for " + Wording.quoted(score),
                    Wording.hint(band, bands));
        }
    }
}
