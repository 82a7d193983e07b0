package io.barograph.testkit.reference;

import io.barograph.engine.workbook.Workbook;

/** The tables of {@code segments.xlsx}: Segments and Account tiers, first match each. */
final class SegmentTables {

    private final FirstMatch segments;
    private final FirstMatch tiers;

    SegmentTables(Workbook workbook) {
        segments = new FirstMatch(new Grid(workbook, "Segments"), "Segment");
        tiers = new FirstMatch(new Grid(workbook, "Account tiers"), "Tier");
    }

    void decide(Assessment at, Vocabulary words) {
        at.segment = segments.decide(at, words);
        at.tier = tiers.decide(at, words);
    }
}
