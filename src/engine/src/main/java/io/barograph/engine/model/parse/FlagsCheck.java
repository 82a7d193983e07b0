package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Sheet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flags that rows ask for are raised, and flags that are raised matter somewhere; guardrails may do either, too. */
final class FlagsCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Map<String, String> raised = new LinkedHashMap<>();
        boolean trends = raisedBy(workbook, TrendsTable.KIND, TrendsTable.FLAG, raised);
        boolean signals = raisedBy(workbook, SignalsTable.KIND, SignalsTable.FLAG, raised);
        boolean readable = trends && signals;
        Set<String> asked = new HashSet<>();
        boolean bySeverity = false;
        for (ParsedTable<?> table : workbook.tables()) {
            for (TableRow row : table.sources()) {
                for (Clause clause : row.clauses()) {
                    bySeverity |= clause.term().kind() == Term.Kind.FLAG_SEVERITY;
                    if (clause.term().kind() == Term.Kind.FLAGS) {
                        asks(row, clause, raised, readable, asked);
                    }
                }
            }
        }
        raised.keySet().removeAll(asked);
        if (!bySeverity && !raised.isEmpty()) {
            reportIdle(workbook, List.copyOf(raised.values()), issues);
        }
    }

    /** Whether the sheet, if there is one, has the column. */
    private static boolean raisedBy(
            ParsedWorkbook workbook, TableKind<?> kind, Column<String> column, Map<String, String> raised) {
        ParsedTable<?> table = workbook.table(kind);
        if (table == null) {
            return true;
        }
        table.sources().forEach(row -> {
            String flag = row.get(column);
            if (flag != null) {
                raised.putIfAbsent(Names.fold(flag), flag);
            }
        });
        return table.table().has(column);
    }

    private static void asks(
            TableRow row, Clause clause, Map<String, String> raised, boolean readable, Set<String> asked) {
        if (!(clause.condition() instanceof Condition.Contains contains)) {
            return;
        }
        if (row.table().form().table() != Table.TESTS) {
            asked.addAll(contains.texts());
        }
        contains.texts().stream()
                .filter(flag -> readable && !raised.containsKey(flag))
                .sorted()
                .forEach(flag -> row.place(clause.cell().column())
                        .notice(
                                IssueCode.FLAG_NOT_RAISED,
                                "no row of Trends or Signals raises the flag " + Wording.quoted(flag),
                                Names.closest(flag, raised.values())
                                        .map(Wording::didYouMean)
                                        .orElse("raise it in Signals, if no guardrail does")));
    }

    private static void reportIdle(ParsedWorkbook workbook, List<String> flags, Issues issues) {
        ParsedTable<?> table = workbook.table(SignalsTable.KIND);
        if (table == null) {
            table = workbook.table(TrendsTable.KIND);
        }
        if (table != null) {
            Sheet sheet = table.table().sheet();
            issues.notice(
                    IssueCode.FLAG_NOT_USED,
                    CellAddress.ofSheet(sheet.file(), sheet.name()),
                    "no later row asks for the flag" + (flags.size() == 1 ? " " : "s ") + Wording.all(flags),
                    null,
                    "let a cohort, a playbook or an escalation depend on " + (flags.size() == 1 ? "it" : "them")
                            + ", if the flag alone is not enough");
        }
    }
}
