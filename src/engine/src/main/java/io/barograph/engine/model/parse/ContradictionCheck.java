package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No row asks of one thing what cannot be true together, such as an overall that crosses below 70 and is at least 80. */
final class ContradictionCheck implements Check {

    /** Where a row that no account reaches is an error. */
    private static final Set<Table> FIRST =
            EnumSet.of(Table.SEGMENTS, Table.ACCOUNT_TIERS, Table.THRESHOLDS, Table.COHORTS);

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (ParsedTable<?> table : workbook.tables()) {
            if (table.table().form().others() == TableForm.Others.CONDITIONS) {
                table.sources().stream()
                        .filter(TableRow::hasSoundConditions)
                        .forEach(row -> row(row, workbook.outline()));
            }
        }
    }

    private static void row(TableRow row, Outline outline) {
        Map<Term, Domain> domains = new HashMap<>(row.table().domains());
        contradicted(OwnConditions.of(row, domains), domains).forEach(term -> report(row, term));
        if (row.table().form().table() != Table.SEGMENTS) {
            row.clauses().forEach(clause -> segment(row, clause, outline));
        }
    }

    /** What conditions of one row contradict each other about. */
    static List<Term> contradicted(Case asks, Map<Term, Domain> domains) {
        List<Term> terms = new ArrayList<>();
        asks.asks().forEach((term, conditions) -> {
            Domain domain = domains.get(term);
            if (domain != null && conditions.size() > 1 && !canHold(term, domain, conditions)) {
                terms.add(term);
            }
        });
        return terms;
    }

    private static void report(TableRow row, Term term) {
        Place place = row.place(TableForm.RULE_ID);
        String message = "no account can match this row: its conditions on " + Wording.quoted(called(term))
                + " contradict each other";
        String remedy = "change one of them, or take the row out";
        if (FIRST.contains(row.table().form().table())) {
            place.error(IssueCode.UNREACHABLE_ROW, message, remedy);
        } else {
            place.notice(IssueCode.UNREACHABLE_ROW, message, remedy);
        }
    }

    private static boolean canHold(Term term, Domain domain, List<Condition> conditions) {
        Axis axis = Axis.of(term, domain, conditions);
        return axis.points().stream()
                .anyMatch(point -> conditions.stream().allMatch(condition -> condition.matches(point.value())));
    }

    /** A segment's workbook sees accounts of that segment only. */
    private static void segment(TableRow row, Clause clause, Outline outline) {
        String segment = outline.segment();
        if (clause.term().kind() == Term.Kind.SEGMENT
                && segment != null
                && !clause.condition().matches(TextValue.of(segment))) {
            row.place(clause.cell().column())
                    .notice(
                            IssueCode.UNREACHABLE_ROW,
                            "this workbook only sees accounts of the segment " + Wording.quoted(segment)
                                    + ", so the row never matches",
                            "move the row to the workbook it is meant for");
        }
    }

    private static String called(Term term) {
        return term.field() == null
                ? term.key()
                : term.kind() == Term.Kind.CHANGE_IN_INDICATOR
                        ? term.key()
                        : term.field().label();
    }
}
