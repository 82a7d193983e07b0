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

    private final boolean guarded;

    /** @param guarded whether the model has guardrails, which may raise flags of their own */
    FlagsCheck(boolean guarded) {
        this.guarded = guarded;
    }

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Map<String, String> raised = new LinkedHashMap<>();
        boolean trends = raisedBy(workbook, TrendsTable.KIND, TrendsTable.FLAG, raised);
        Set<String> early = Set.copyOf(raised.keySet());
        boolean signals = raisedBy(workbook, SignalsTable.KIND, SignalsTable.FLAG, raised);
        boolean readable = trends && signals;
        Set<String> asked = new HashSet<>();
        boolean bySeverity = false;
        for (ParsedTable<?> table : workbook.tables()) {
            for (TableRow row : table.sources()) {
                for (Clause clause : row.clauses()) {
                    bySeverity |= clause.term().kind() == Term.Kind.FLAG_SEVERITY;
                    if (clause.term().kind() == Term.Kind.FLAGS) {
                        asked.addAll(asks(row, clause));
                        if (readable) {
                            requireRaised(row, clause, raised);
                            requireSeen(row, clause, raised, early);
                        }
                    }
                }
            }
        }
        raised.keySet().removeAll(asked);
        if (!bySeverity && !raised.isEmpty()) {
            reportIdle(workbook, List.copyOf(raised.values()), issues);
        }
    }

    /** Whether all flags of the sheet, if there is one, could be read. */
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
        return table.table().has(column) && table.sources().stream().noneMatch(row -> row.isFaulty(column));
    }

    /** Tests only look; what they expect does not make a flag matter. */
    private static Set<String> asks(TableRow row, Clause clause) {
        return row.table().form().table() == Table.TESTS ? Set.of() : texts(clause);
    }

    private static Set<String> texts(Clause clause) {
        return clause.condition() instanceof Condition.Contains contains ? contains.texts() : Set.of();
    }

    private void requireRaised(TableRow row, Clause clause, Map<String, String> raised) {
        Place place = row.place(clause.cell().column());
        texts(clause).stream()
                .filter(flag -> !raised.containsKey(flag))
                .sorted()
                .forEach(flag -> {
                    String message = "no row of Trends or Signals raises the flag " + Wording.quoted(flag);
                    String closest = Wording.didYouMean(flag, raised.values());
                    if (guarded) {
                        place.notice(
                                IssueCode.FLAG_NOT_RAISED,
                                message,
                                closest == null ? "raise it in Signals, if no guardrail does" : closest);
                    } else {
                        place.error(
                                IssueCode.FLAG_NOT_RAISED,
                                message,
                                closest == null ? "raise it in Trends or Signals" : closest);
                    }
                });
    }

    /** @param early flags that are raised before Signals, folded */
    private void requireSeen(TableRow row, Clause clause, Map<String, String> raised, Set<String> early) {
        if (guarded || row.table().form().table() != Table.SIGNALS) {
            return;
        }
        texts(clause).stream()
                .filter(flag -> raised.containsKey(flag) && !early.contains(flag))
                .sorted()
                .forEach(flag -> row.place(clause.cell().column())
                        .notice(
                                IssueCode.FLAG_NOT_RAISED,
                                "only Signals raises the flag " + Wording.quoted(flag)
                                        + ", and its rows do not see each other's flags",
                                "ask for what raises it, or let Trends raise it"));
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
