package io.barograph.testkit.reference;

import io.barograph.engine.workbook.Workbook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of {@code segments.xlsx}: Segments and Account tiers, first match each. */
final class SegmentTables {

    private final Grid segments;
    private final Grid tiers;

    SegmentTables(Workbook workbook) {
        segments = new Grid(workbook, "Segments");
        tiers = new Grid(workbook, "Account tiers");
    }

    void decide(Assessment at, Vocabulary words) {
        at.segment = firstMatch(segments, "Segment", "segment", at, words);
        at.tier = firstMatch(tiers, "Tier", "tier", at, words);
    }

    private static @Nullable String firstMatch(
            Grid grid, String header, String effect, Assessment at, Vocabulary words) {
        Conditions conditions = new Conditions(grid, Set.of(Words.key(header)));
        for (Grid.Line line : grid.lines()) {
            if (conditions.hold(line, words)) {
                String outcome = line.required(header);
                Map<String, @Nullable Object> effects = new LinkedHashMap<>();
                effects.put(effect, outcome);
                at.fire(line, header, words, conditions.inputs(line, words), effects);
                return outcome;
            }
        }
        return null;
    }
}
