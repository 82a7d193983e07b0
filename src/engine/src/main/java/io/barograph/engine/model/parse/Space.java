package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All combinations of values that a group of rows can tell apart, walked term by term. Terms that no remaining row
 * restricts are passed over, which keeps the walk short where rows differ in few columns.
 */
final class Space {

    /** Steps after which a walk gives up; far beyond what people write. */
    static final int MOST_STEPS = 200_000;

    /** Where a walk ends. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param chosen what the terms are along the way, in words; only terms that mattered
         * @param left positions of the rows that admit all of it, in order; they restrict nothing further
         */
        void visit(Supplier<List<String>> chosen, int[] left);
    }

    private final List<Axis> axes = new ArrayList<>();
    /** By row, then by axis: what the row admits; null where it restricts nothing. */
    private final @Nullable Admission[][] admissions;
    /** By row: behind the last axis that it restricts. */
    private final int[] unrestrictedFrom;

    private final boolean first;
    private int steps;

    /** @param first whether only the first row left matters, so that a walk may end as soon as that is settled */
    Space(List<Case> cases, Map<Term, Domain> domains, boolean first) {
        this.first = first;
        Map<Term, List<Condition>> asked = new LinkedHashMap<>();
        cases.forEach(each -> each.asks()
                .forEach((term, conditions) ->
                        asked.computeIfAbsent(term, unused -> new ArrayList<>()).addAll(conditions)));
        asked.forEach((term, conditions) -> {
            Domain domain = domains.get(term);
            if (domain != null) {
                axes.add(Axis.of(term, domain, conditions));
            }
        });
        admissions = new Admission[cases.size()][axes.size()];
        unrestrictedFrom = new int[cases.size()];
        for (int axis = 0; axis < axes.size(); axis++) {
            Admissions points = new Admissions(axes.get(axis));
            for (int row = 0; row < cases.size(); row++) {
                List<Condition> conditions =
                        cases.get(row).asks().get(axes.get(axis).term());
                if (conditions != null) {
                    admissions[row][axis] = points.of(conditions);
                    unrestrictedFrom[row] = axis + 1;
                }
            }
        }
    }

    /** Whether no combination is left out. */
    boolean isComplete() {
        return axes.stream().allMatch(Axis::complete);
    }

    /** Whether the walk came to its end; otherwise there were too many combinations. */
    boolean walk(Visitor visitor) {
        int[] all = new int[admissions.length];
        Arrays.setAll(all, row -> row);
        return walk(0, new ArrayDeque<>(), all, visitor);
    }

    private boolean walk(int depth, Deque<Choice> path, int[] left, Visitor visitor) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (depth == axes.size() || left.length == 0 || (first && unrestrictedFrom[left[0]] <= depth)) {
            visitor.visit(() -> path.stream().map(Choice::inWords).toList(), left);
            return true;
        }
        if (Arrays.stream(left).allMatch(row -> admissions[row][depth] == null)) {
            return walk(depth + 1, path, left, visitor);
        }
        Axis axis = axes.get(depth);
        for (int point = 0; point < axis.points().size(); point++) {
            path.addLast(new Choice(axis, axis.points().get(point)));
            if (!walk(depth + 1, path, admitting(left, depth, point), visitor)) {
                return false;
            }
            path.removeLast();
        }
        return true;
    }

    private int[] admitting(int[] left, int axis, int point) {
        int[] admitting = new int[left.length];
        int count = 0;
        for (int row : left) {
            Admission admission = admissions[row][axis];
            if (admission == null || admission.admits(point)) {
                admitting[count++] = row;
            }
        }
        return Arrays.copyOf(admitting, count);
    }

    private record Choice(Axis axis, Axis.Point point) {
        String inWords() {
            return Axis.inWords(axis, point);
        }
    }
}
