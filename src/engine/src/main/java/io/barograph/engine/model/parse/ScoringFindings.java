package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Gaps and overlaps of one indicator's Scoring rows, each told once, with the first circumstances it occurs in. */
final class ScoringFindings {

    private final Field field;
    private final Axis axis;
    private final TableRow firstRow;
    private final Set<String> gaps = new HashSet<>();
    private final Set<List<TableRow>> overlaps = new HashSet<>();

    ScoringFindings(Field field, Axis axis, TableRow firstRow) {
        this.field = field;
        this.axis = axis;
        this.firstRow = firstRow;
    }

    /**
     * @param circumstances what other conditions are, in words
     * @param rows those that then apply
     */
    void add(List<String> circumstances, List<Case> rows) {
        String when = circumstances.isEmpty() ? "" : " when " + String.join(" and ", circumstances);
        for (List<Axis.Point> run : runs(point -> !point.isMissing() && matching(rows, point) == 0)) {
            gap(Axis.inWords(run), when, circumstances);
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                overlap(rows.get(i), rows.get(j), when);
            }
        }
    }

    /** A gap that only a missing value of another column opens does not block. */
    private void gap(String where, String when, List<String> circumstances) {
        if (!gaps.add(where)) {
            return;
        }
        String message = "no row scores " + Wording.quoted(field.label()) + " " + where + when;
        Place place = firstRow.place(ScoringTable.VALUE);
        if (circumstances.stream().anyMatch(each -> each.endsWith(" is missing"))) {
            place.notice(IssueCode.SCORING_GAP, message);
        } else {
            place.error(IssueCode.SCORING_GAP, message, "add a row for it, or widen a neighbouring one");
        }
    }

    private void overlap(Case one, Case other, String when) {
        List<List<Axis.Point>> runs =
                runs(point -> one.admits(axis.term(), point.value()) && other.admits(axis.term(), point.value()));
        if (!runs.isEmpty() && overlaps.add(List.of(one.row(), other.row()))) {
            other.row()
                    .place(ScoringTable.VALUE)
                    .error(
                            IssueCode.SCORING_OVERLAP,
                            "both this row and row " + one.row().number() + " score " + Wording.quoted(field.label())
                                    + " " + Axis.inWords(runs.get(0)) + when,
                            "let only one of them match");
        }
    }

    private long matching(List<Case> rows, Axis.Point point) {
        return rows.stream()
                .filter(row -> row.admits(axis.term(), point.value()))
                .count();
    }

    /** Neighbouring points of which something holds. */
    private List<List<Axis.Point>> runs(Predicate<Axis.Point> holds) {
        List<List<Axis.Point>> runs = new ArrayList<>();
        List<Axis.Point> run = new ArrayList<>();
        for (Axis.Point point : axis.points()) {
            if (!run.isEmpty() && (point.isMissing() || !holds.test(point))) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            if (holds.test(point)) {
                run.add(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }
}
