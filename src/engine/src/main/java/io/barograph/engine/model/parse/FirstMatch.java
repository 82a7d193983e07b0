package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rows of a {@code first} table that no account can ever reach because of the rows before them; rows that contradict
 * themselves are told by {@link ContradictionCheck}.
 */
final class FirstMatch {

    private FirstMatch() {}

    static void check(List<Case> cases, Map<Term, Domain> domains) {
        Set<TableRow> reached = new HashSet<>();
        Space space = new Space(cases, domains, true);
        boolean finished = space.walk((chosen, left) -> {
            if (left.length > 0) {
                reached.add(cases.get(left[0]).row());
            }
        });
        if (!finished || !space.isComplete()) {
            cases.get(0)
                    .row()
                    .place(TableForm.RULE_ID)
                    .notice(
                            IssueCode.UNREACHABLE_ROW,
                            "too many combinations to tell whether every row can be reached");
            return;
        }
        String catchAll = null;
        for (Case each : cases) {
            TableRow row = each.row();
            boolean closing = catchAll == null && each.asks().isEmpty();
            if (!reached.contains(row)
                    && !closing
                    && ContradictionCheck.contradicted(each, domains).isEmpty()) {
                row.place(TableForm.RULE_ID)
                        .error(
                                IssueCode.UNREACHABLE_ROW,
                                catchAll == null
                                        ? "no account can reach this row: earlier rows take all it would match"
                                        : "no account can reach this row: it follows " + catchAll
                                                + ", which matches every account",
                                "move it up, or take it out");
            }
            if (closing) {
                catchAll = "row " + row.number();
            }
        }
    }
}
