package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ladders of Thresholds go down step by step to a lowest band, and every step can be reached. */
final class BandsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(ThresholdsTable.KIND);
        if (table == null || !table.hasSoundConditions()) {
            return;
        }
        Map<Object, List<TableRow>> ladders = new LinkedHashMap<>();
        Map<String, List<TableRow>> targets = new LinkedHashMap<>();
        for (TableRow row : table.sources()) {
            String score = row.get(ThresholdsTable.APPLIES_TO);
            if (score != null) {
                ladders.computeIfAbsent(Ladders.key(score, row.clauses()), unused -> new ArrayList<>())
                        .add(row);
                targets.computeIfAbsent(score, unused -> new ArrayList<>()).add(row);
            }
        }
        boolean inOrder = true;
        for (List<TableRow> ladder : ladders.values()) {
            inOrder &= isReadable(ladder) && isInOrder(ladder);
        }
        if (inOrder) {
            targets.forEach((score, rows) -> reach(table.table(), score, rows));
        }
    }

    private static boolean isReadable(List<TableRow> ladder) {
        return ladder.stream()
                .noneMatch(row -> row.isFaulty(ThresholdsTable.FROM)
                        || row.isFaulty(ThresholdsTable.LEAVE_BELOW)
                        || row.isFaulty(ThresholdsTable.BAND));
    }

    private static boolean isInOrder(List<TableRow> ladder) {
        boolean sound = true;
        Map<String, TableRow> bands = new HashMap<>();
        BigDecimal above = null;
        for (TableRow row : ladder) {
            BigDecimal from = row.get(ThresholdsTable.FROM);
            boolean last = row == ladder.get(ladder.size() - 1);
            sound &= isOnce(row, bands) && isBelow(row, from, above, last) && leavesBelow(row, from);
            above = from == null ? above : from;
        }
        return sound;
    }

    private static boolean isOnce(TableRow row, Map<String, TableRow> bands) {
        String band = row.need(ThresholdsTable.BAND);
        TableRow first = bands.putIfAbsent(Names.fold(band), row);
        if (first == null) {
            return true;
        }
        row.error(
                ThresholdsTable.BAND,
                IssueCode.DUPLICATE_ROW,
                "the band " + Wording.quoted(band) + " already stands in row " + first.number()
                        + " under the same conditions",
                "keep one of the rows");
        return false;
    }

    private static boolean isBelow(TableRow row, @Nullable BigDecimal from, @Nullable BigDecimal above, boolean last) {
        if (last && from != null) {
            row.error(
                    ThresholdsTable.FROM,
                    IssueCode.MISSING_LOWEST_BAND,
                    "scores under " + WrittenNumber.plain(from) + " have no band",
                    "add a lowest band whose From is empty");
            return false;
        }
        if (!last && from == null) {
            row.error(
                    ThresholdsTable.FROM,
                    IssueCode.BANDS_OUT_OF_ORDER,
                    "From is empty, but rows with the same conditions follow",
                    "put the lowest band last");
            return false;
        }
        if (from != null && above != null && from.compareTo(above) >= 0) {
            row.error(
                    ThresholdsTable.FROM,
                    IssueCode.BANDS_OUT_OF_ORDER,
                    "From " + WrittenNumber.plain(from) + " is not below the " + WrittenNumber.plain(above)
                            + " of the band above",
                    "put the best band first");
            return false;
        }
        return true;
    }

    private static boolean leavesBelow(TableRow row, @Nullable BigDecimal from) {
        BigDecimal leave = row.get(ThresholdsTable.LEAVE_BELOW);
        if (leave == null) {
            return true;
        }
        if (from == null) {
            row.place(ThresholdsTable.LEAVE_BELOW)
                    .notice(IssueCode.BANDS_OUT_OF_ORDER, "the lowest band is never left downwards");
            return true;
        }
        if (leave.compareTo(from) <= 0) {
            return true;
        }
        row.error(
                ThresholdsTable.LEAVE_BELOW,
                IssueCode.BANDS_OUT_OF_ORDER,
                "Leave below " + WrittenNumber.plain(leave) + " is above From " + WrittenNumber.plain(from),
                "write " + WrittenNumber.plain(from) + " or less");
        return false;
    }

    private static void reach(SheetTable table, String score, List<TableRow> rows) {
        String name = score.equals(Scope.OVERALL) ? score : score + " score";
        if (!(table.scope().find(name) instanceof Named.Value value)) {
            return;
        }
        Map<Term, Domain> domains = new HashMap<>(table.domains());
        domains.put(value.term(), value.domain());
        List<Case> cases = new ArrayList<>();
        for (TableRow row : rows) {
            BigDecimal from = row.get(ThresholdsTable.FROM);
            cases.add(Case.of(row)
                    .and(
                            value.term(),
                            from == null ? null : new Condition.Comparison(Condition.Operator.AT_LEAST, from)));
        }
        FirstMatch.check(cases, domains);
    }
}
