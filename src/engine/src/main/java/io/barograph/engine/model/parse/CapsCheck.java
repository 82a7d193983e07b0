package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        } else if (readable && workbook.table(ThresholdsTable.KIND) != null) {
            ladders(row, band, score, thresholds);
        }
    }

    /** The cap lowers nothing where the score reaches a ladder without that band. */
    private static void ladders(TableRow row, String band, String score, List<TableRow> thresholds) {
        Map<Object, List<TableRow>> ladders = new LinkedHashMap<>();
        for (TableRow each : thresholds) {
            if (score.equals(each.get(ThresholdsTable.APPLIES_TO)) && each.hasSoundConditions()) {
                ladders.computeIfAbsent(Ladders.key(score, each.clauses()), unused -> new ArrayList<>())
                        .add(each);
            }
        }
        for (List<TableRow> ladder : ladders.values()) {
            boolean has = ladder.stream().anyMatch(each -> Names.same(band, each.text(ThresholdsTable.BAND)));
            if (!has) {
                row.place(CapsTable.BAND_AT_MOST)
                        .notice(
                                IssueCode.NO_EFFECT,
                                "the bands from row " + ladder.get(0).number() + " of Thresholds on have no "
                                        + Wording.quoted(band) + ", so the row lowers nothing there",
                                "add the band there, or name one that every set of conditions has");
            }
        }
    }
}
