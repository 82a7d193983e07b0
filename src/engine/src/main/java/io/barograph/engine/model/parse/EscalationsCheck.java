package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Escalations wait for bands their score can have, and the longer it lasts the later a row stands. */
final class EscalationsCheck implements Check {

    /** Rows that differ in nothing but how long they wait. */
    private record Level(String score, Object band, Object conditions) {}

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Map<Level, TableRow> levels = new HashMap<>();
        ScoreBands thresholds = new ScoreBands(workbook);
        for (TableRow row : workbook.sources(EscalationsTable.KIND)) {
            if (row.isSound()) {
                band(thresholds, row);
                level(row, levels);
            }
        }
    }

    private static void band(ScoreBands thresholds, TableRow row) {
        if (!thresholds.readable()) {
            return;
        }
        Condition asked = row.get(EscalationsTable.BAND);
        String score = EscalationsTable.score(row);
        List<String> bands = thresholds.of(score);
        if (bands.isEmpty()) {
            requireBands(row, score);
        } else if (asked != null && !isPossible(asked, bands)) {
            row.place(EscalationsTable.BAND)
                    .notice(
                            IssueCode.UNREACHABLE_ROW,
                            Wording.quoted(score) + " never has that band, so the row never matches",
                            "write " + Wording.either(bands));
        }
    }

    private static boolean isPossible(Condition asked, List<String> bands) {
        List<String> possible = new ArrayList<>(bands);
        possible.add(Scope.UNKNOWN_BAND);
        return asked.matches(null) || possible.stream().anyMatch(band -> asked.matches(TextValue.of(band)));
    }

    /** Without bands a score is in none for any time. */
    private static void requireBands(TableRow row, String score) {
        Condition asked = row.get(EscalationsTable.BAND);
        boolean asks = asked != null && !asked.matches(null);
        if (asks || row.get(EscalationsTable.FOR_AT_LEAST) != null) {
            row.error(
                    asks ? EscalationsTable.BAND : EscalationsTable.FOR_AT_LEAST,
                    IssueCode.UNREACHABLE_ROW,
                    "Thresholds has no bands for " + Wording.quoted(score) + ", so the row never matches",
                    "add Thresholds rows for " + Wording.quoted(score) + ", or ask for its score");
        }
    }

    private static void level(TableRow row, Map<Level, TableRow> levels) {
        String band = Names.fold(row.text(EscalationsTable.BAND));
        Object conditions = Ladders.key(EscalationsTable.score(row), row.clauses());
        TableRow before = levels.put(new Level(EscalationsTable.score(row), band, conditions), row);
        Integer days = row.get(EscalationsTable.FOR_AT_LEAST);
        Integer earlier = before == null ? null : before.get(EscalationsTable.FOR_AT_LEAST);
        if (before != null && earlier != null && (days == null ? 0 : days) < earlier) {
            row.place(EscalationsTable.FOR_AT_LEAST)
                    .notice(
                            IssueCode.NOT_MONOTONE,
                            "this row waits " + Wording.days(days == null ? 0 : days) + " and row " + before.number()
                                    + " above it " + earlier + ": levels are read from the shortest to the longest",
                            "put the row that waits longer below");
        }
    }
}
