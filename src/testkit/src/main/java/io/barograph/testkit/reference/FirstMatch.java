package io.barograph.testkit.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of which the first row that matches says one word: Segments, Account tiers, Cohorts. */
final class FirstMatch {

    private final Grid grid;
    private final String header;
    private final Conditions conditions;

    FirstMatch(Grid grid, String header) {
        this.grid = grid;
        this.header = header;
        conditions = new Conditions(grid, Set.of(Words.key(header)));
    }

    /** Fires the first row that matches; null when none does. */
    @Nullable String decide(Assessment at, Vocabulary words) {
        for (Grid.Line line : grid.lines()) {
            if (conditions.hold(line, words)) {
                String outcome = line.required(header);
                Map<String, @Nullable Object> effect = new LinkedHashMap<>();
                effect.put(Words.key(header), outcome);
                at.fire(line, header, words, conditions.inputs(line, words), effect);
                return outcome;
            }
        }
        return null;
    }
}
