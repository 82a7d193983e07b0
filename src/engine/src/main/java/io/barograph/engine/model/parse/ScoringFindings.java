package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Gaps and overlaps of one indicator's Scoring rows, each told once, with the first circumstances it occurs in. */
final class ScoringFindings {

    private final Field field;
    private final Axis axis;
    private final List<TableRow> rows;
    private final List<Admission> admissions;
    private final Set<String> gaps = new HashSet<>();
    private final Set<List<Integer>> overlaps = new HashSet<>();

    /**
     * @param rows all that score the indicator
     * @param values what each of them asks of it
     */
    ScoringFindings(Field field, Axis axis, List<TableRow> rows, List<List<Condition>> values) {
        this.field = field;
        this.axis = axis;
        this.rows = rows;
        Admissions points = new Admissions(axis);
        this.admissions = values.stream().map(points::of).toList();
    }

    /**
     * @param circumstances what other conditions are, in words
     * @param left positions of the rows that then apply
     */
    void add(Supplier<List<String>> circumstances, int[] left) {
        if (follow(left)) {
            return;
        }
        List<String> words = circumstances.get();
        String when = words.isEmpty() ? "" : " when " + String.join(" and ", words);
        for (List<Axis.Point> run : runs(uncovered(left))) {
            gap(Axis.inWords(run), when, words);
        }
        for (int i = 0; i < left.length; i++) {
            for (int j = i + 1; j < left.length; j++) {
                if (admissions.get(left[i]).meets(admissions.get(left[j]))) {
                    overlap(left[i], left[j], when);
                }
            }
        }
    }

    /** Whether the rows plainly take up one stretch after the other, up to the last value there can be. */
    private boolean follow(int[] left) {
        List<Admission> stretches = new ArrayList<>();
        for (int row : left) {
            Admission admission = admissions.get(row);
            if (!admission.isStretch()) {
                return false;
            }
            if (!admission.isEmpty()) {
                stretches.add(admission);
            }
        }
        stretches.sort(Comparator.comparingInt(Admission::from));
        int reached = 0;
        for (Admission stretch : stretches) {
            if (stretch.from() != reached) {
                return false;
            }
            reached = stretch.to();
        }
        return reached >= missing();
    }

    private int missing() {
        return axis.points().size() - 1;
    }

    private BitSet uncovered(int[] left) {
        BitSet uncovered = new BitSet();
        uncovered.set(0, missing());
        for (int row : left) {
            uncovered.andNot(admissions.get(row).points());
        }
        return uncovered;
    }

    /** A gap that only a missing value of another column opens does not block. */
    private void gap(String where, String when, List<String> circumstances) {
        if (!gaps.add(where)) {
            return;
        }
        String message = "no row scores " + Wording.quoted(field.label()) + " " + where + when;
        Place place = rows.get(0).place(ScoringTable.VALUE);
        if (circumstances.stream().anyMatch(each -> each.endsWith(" is missing"))) {
            place.notice(IssueCode.SCORING_GAP, message);
        } else {
            place.error(IssueCode.SCORING_GAP, message, "add a row for it, or widen a neighbouring one");
        }
    }

    private void overlap(int one, int other, String when) {
        if (overlaps.add(List.of(one, other))) {
            BitSet both = admissions.get(one).points();
            both.and(admissions.get(other).points());
            rows.get(other)
                    .place(ScoringTable.VALUE)
                    .error(
                            IssueCode.SCORING_OVERLAP,
                            "both this row and row " + rows.get(one).number() + " score "
                                    + Wording.quoted(field.label()) + " "
                                    + Axis.inWords(runs(both).get(0)) + when,
                            "let only one of them match");
        }
    }

    /** Neighbouring points among some; a missing value is no neighbour. */
    private List<List<Axis.Point>> runs(BitSet some) {
        List<List<Axis.Point>> runs = new ArrayList<>();
        for (int from = some.nextSetBit(0); from >= 0; ) {
            int to = from == missing() ? from + 1 : Math.min(some.nextClearBit(from), missing());
            runs.add(axis.points().subList(from, to));
            from = some.nextSetBit(to);
        }
        return runs;
    }
}
