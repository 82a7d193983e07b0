package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.Term.Kind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Rows that wait for what only an absent sheet could bring never match. */
final class AbsentSheetsCheck implements Check {

    private static final Map<Term.Kind, TableKind<?>> SOURCES = Map.of(
            Kind.COHORT, CohortsTable.KIND,
            Kind.PLAYBOOKS, PlaybooksTable.KIND,
            Kind.ESCALATIONS, EscalationsTable.KIND,
            Kind.CHURN_PROBABILITY, CalibrationTable.KIND,
            Kind.EXPANSION_PROBABILITY, CalibrationTable.KIND,
            Kind.ARR_AT_RISK, CalibrationTable.KIND);

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Set<Term.Kind> told = EnumSet.noneOf(Term.Kind.class);
        for (ParsedTable<?> table : workbook.tables()) {
            if (table.table().form().table() == Table.TESTS) {
                continue;
            }
            for (TableRow row : table.sources()) {
                for (Clause clause : row.clauses()) {
                    TableKind<?> source = SOURCES.get(clause.term().kind());
                    if (source != null
                            && workbook.table(source) == null
                            && !(clause.condition() instanceof Condition.Missing)
                            && told.add(clause.term().kind())) {
                        report(row, clause, source);
                    }
                }
            }
        }
    }

    private static void report(TableRow row, Clause clause, TableKind<?> source) {
        row.place(clause.cell().column())
                .notice(
                        IssueCode.NO_EFFECT,
                        "without a sheet " + source.form().table().sheet() + " there is no "
                                + Wording.quoted(clause.term().key()) + " to ask for",
                        "add the sheet, or take the condition out");
    }
}
