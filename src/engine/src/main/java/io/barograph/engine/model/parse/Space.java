package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
         * @param left the rows that admit all of it, in order; they restrict nothing further
         */
        void visit(List<String> chosen, List<Case> left);
    }

    private final List<Axis> axes = new ArrayList<>();
    private final boolean first;
    private int steps;

    /** @param first whether only the first row left matters, so that a walk may end as soon as that is settled */
    Space(List<Case> cases, Map<Term, Domain> domains, boolean first) {
        this.first = first;
        Set<Term> terms = new LinkedHashSet<>();
        cases.forEach(each -> terms.addAll(each.asks().keySet()));
        for (Term term : terms) {
            List<Condition> conditions = new ArrayList<>();
            cases.forEach(each -> conditions.addAll(each.asks().getOrDefault(term, List.of())));
            Domain domain = domains.get(term);
            if (domain != null) {
                axes.add(Axis.of(term, domain, conditions));
            }
        }
    }

    /** Whether no combination is left out. */
    boolean isComplete() {
        return axes.stream().allMatch(Axis::complete);
    }

    /** Whether the walk came to its end; otherwise there were too many combinations. */
    boolean walk(List<Case> cases, Visitor visitor) {
        return walk(0, new ArrayList<>(), cases, visitor);
    }

    private boolean walk(int depth, List<String> chosen, List<Case> left, Visitor visitor) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (depth == axes.size() || left.isEmpty() || (first && isUnrestricted(left.get(0), depth))) {
            visitor.visit(chosen, left);
            return true;
        }
        Axis axis = axes.get(depth);
        if (left.stream().noneMatch(each -> each.asks().containsKey(axis.term()))) {
            return walk(depth + 1, chosen, left, visitor);
        }
        for (Axis.Point point : axis.points()) {
            List<Case> admitting = left.stream()
                    .filter(each -> each.admits(axis.term(), point.value()))
                    .toList();
            List<String> further = new ArrayList<>(chosen);
            further.add(Axis.inWords(axis, point));
            if (!walk(depth + 1, further, admitting, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnrestricted(Case row, int depth) {
        return axes.subList(depth, axes.size()).stream()
                .noneMatch(axis -> row.asks().containsKey(axis.term()));
    }
}
