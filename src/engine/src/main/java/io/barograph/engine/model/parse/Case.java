package io.barograph.engine.model.parse;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row as a check sees it: what it asks of each term.
 *
 * @param asks only terms the row restricts
 */
record Case(TableRow row, Map<Term, List<Condition>> asks) {

    /** The row's condition columns. */
    static Case of(TableRow row) {
        Map<Term, List<Condition>> asks = new LinkedHashMap<>();
        for (Clause clause : row.clauses()) {
            asks.merge(clause.term(), List.of(clause.condition()), Case::joined);
        }
        return new Case(row, asks);
    }

    /** The same row, asking for one thing more; null asks for nothing. */
    Case and(Term term, @Nullable Condition condition) {
        if (condition == null) {
            return this;
        }
        Map<Term, List<Condition>> more = new LinkedHashMap<>(asks);
        more.merge(term, List.of(condition), Case::joined);
        return new Case(row, more);
    }

    Case without(Term term) {
        Map<Term, List<Condition>> fewer = new LinkedHashMap<>(asks);
        fewer.remove(term);
        return new Case(row, fewer);
    }

    boolean admits(Term term, @Nullable Object value) {
        return asks.getOrDefault(term, List.of()).stream().allMatch(condition -> condition.matches(value));
    }

    private static List<Condition> joined(List<Condition> one, List<Condition> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
