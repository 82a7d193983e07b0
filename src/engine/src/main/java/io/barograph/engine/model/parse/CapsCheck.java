package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** A cap bounds something, its bounds do not contradict, and its band is one the score can have. */
final class CapsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ScoreBands thresholds = new ScoreBands(workbook);
        for (TableRow row : workbook.sources(CapsTable.KIND)) {
            bounds(row);
            band(thresholds, row);
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

    private static void band(ScoreBands thresholds, TableRow row) {
        String band = row.get(CapsTable.BAND_AT_MOST);
        String score = row.get(CapsTable.APPLIES_TO);
        if (band == null || score == null || !thresholds.readable()) {
            return;
        }
        List<String> bands = thresholds.of(score);
        if (Scope.same(band, bands) == null) {
            row.error(
                    CapsTable.BAND_AT_MOST,
                    IssueCode.UNKNOWN_VALUE,
                    "Thresholds has no band " + Wording.quoted(band) + " for " + Wording.quoted(score),
                    Wording.hint(band, bands));
        } else {
            ladders(row, band, thresholds.ladders(score));
        }
    }

    /** The cap lowers nothing where the score reaches a ladder without that band. */
    private static void ladders(TableRow row, String band, Collection<ScoreBands.Ladder> ladders) {
        for (ScoreBands.Ladder ladder : ladders) {
            if (!ladder.has(band)) {
                row.place(CapsTable.BAND_AT_MOST)
                        .notice(
                                IssueCode.NO_EFFECT,
                                "the bands from row " + ladder.first().number() + " of Thresholds on have no "
                                        + Wording.quoted(band) + ", so the row lowers nothing there",
                                "add the band there, or name one that every set of conditions has");
            }
        }
    }
}
