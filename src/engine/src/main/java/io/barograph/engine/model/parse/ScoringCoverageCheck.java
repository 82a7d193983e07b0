package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For every value an indicator can have there is exactly one Scoring row. A missing value needs none. */
final class ScoringCoverageCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(ScoringTable.KIND);
        if (table == null || !table.table().has(ScoringTable.VALUE)) {
            return;
        }
        Map<Field, List<TableRow>> byIndicator = new LinkedHashMap<>();
        for (TableRow row : table.sources()) {
            Field field = row.get(ScoringTable.INDICATOR);
            if (field != null) {
                byIndicator.computeIfAbsent(field, unused -> new ArrayList<>()).add(row);
            }
        }
        boolean sound = table.hasSoundConditions();
        Set<Field> guessed = MeantIndicators.guessed(table.sources(), ScoringTable.INDICATOR);
        byIndicator.forEach((field, rows) -> {
            boolean readable = rows.stream().noneMatch(row -> row.isFaulty(ScoringTable.VALUE));
            if (readable && sound && !guessed.contains(field)) {
                check(table.table(), field, rows);
            }
        });
    }

    private static void check(SheetTable table, Field field, List<TableRow> rows) {
        Term term = table.scope().vocabulary().of(field);
        List<Condition> conditions = new ArrayList<>();
        List<Case> others = new ArrayList<>();
        List<List<Condition>> values = new ArrayList<>();
        for (TableRow row : rows) {
            Case all = Case.of(row).and(term, row.get(ScoringTable.VALUE));
            values.add(all.asks().getOrDefault(term, List.of()));
            conditions.addAll(values.get(values.size() - 1));
            others.add(all.without(term));
        }
        Axis axis = Axis.of(term, Domain.of(field), conditions);
        ScoringFindings findings = new ScoringFindings(field, axis, rows, values);
        boolean finished = new Space(others, table.domains(), false).walk(findings::add);
        if (!finished) {
            rows.get(0)
                    .place(ScoringTable.VALUE)
                    .notice(IssueCode.SCORING_GAP, "too many combinations of conditions to look for gaps and overlaps");
        }
    }
}
