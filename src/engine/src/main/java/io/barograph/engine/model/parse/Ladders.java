package io.barograph.engine.model.parse;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ladders of bands: the Thresholds rows with the same target and the same conditions, in sheet order. */
final class Ladders {

    private record Asked(Term term, Condition condition) {}

    private record Key(String score, Set<Asked> conditions) {}

    private Ladders() {}

    /** What two rows share that stand on the same ladder. */
    static Object key(String score, List<Clause> clauses) {
        Set<Asked> conditions = new HashSet<>();
        clauses.forEach(clause -> conditions.add(new Asked(clause.term(), clause.condition())));
        return new Key(score, conditions);
    }

    /** The rows, each with its ladder. */
    static List<Row.ThresholdRow> fill(List<Row.ThresholdRow> rows) {
        Map<Object, List<String>> ladders = new LinkedHashMap<>();
        for (Row.ThresholdRow row : rows) {
            List<String> ladder =
                    ladders.computeIfAbsent(key(row.score(), row.head().clauses()), unused -> new ArrayList<>());
            if (!ladder.contains(row.band())) {
                ladder.add(row.band());
            }
        }
        return rows.stream()
                .map(row -> new Row.ThresholdRow(
                        row.head(),
                        row.score(),
                        row.band(),
                        row.from(),
                        row.leaveBelow(),
                        ladders.getOrDefault(key(row.score(), row.head().clauses()), List.of())))
                .toList();
    }
}
