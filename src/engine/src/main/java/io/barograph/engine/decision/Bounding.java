package io.barograph.engine.decision;

import io.barograph.engine.ruleset.fact.CapsFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Caps rows bound one score: the highest floor, then the lowest cap, ties by row.
 *
 * @param floor the row that raised it; null when none did
 * @param raised hundredths it added
 * @param cap the row that lowered it; null when none did
 * @param lowered hundredths it added, negative
 * @param shown hundredths after both
 */
record Bounding(
        @Nullable CapsFact floor, int raised, @Nullable CapsFact cap, int lowered, int shown) {

    /**
     * @param computed hundredths before
     * @param rows those on this score that fired, in sheet order
     */
    static Bounding of(int computed, List<CapsFact> rows) {
        CapsFact floor = null;
        CapsFact cap = null;
        int highest = Integer.MIN_VALUE;
        int lowest = Integer.MAX_VALUE;
        for (CapsFact row : rows) {
            if (row.atLeast() > highest) {
                floor = row;
                highest = row.atLeast();
            }
            if (row.atMost() < lowest) {
                cap = row;
                lowest = row.atMost();
            }
        }
        boolean raises = floor != null && highest > computed;
        int raised = raises ? highest : computed;
        boolean lowers = cap != null && lowest < raised;
        int shown = lowers ? lowest : raised;
        return new Bounding(raises ? floor : null, raised - computed, lowers ? cap : null, shown - raised, shown);
    }

    /** Those of the rows that bound a score. */
    static List<CapsFact> on(int score, List<CapsFact> rows) {
        List<CapsFact> own = new ArrayList<>(rows.size());
        for (CapsFact row : rows) {
            if (row.getScore() == score) {
                own.add(row);
            }
        }
        return own;
    }

    /** What a row added to the score, in hundredths. */
    int points(CapsFact row) {
        return (row == floor ? raised : 0) + (row == cap ? lowered : 0);
    }

    /** The row that lowers a band the most; null when none does. */
    static @Nullable CapsFact lowering(Bands.Band band, List<CapsFact> rows) {
        CapsFact lowering = null;
        int depth = band.depth();
        for (CapsFact row : rows) {
            String atMost = row.row().bandAtMost();
            if (atMost != null && band.depth(atMost) > depth) {
                lowering = row;
                depth = band.depth(atMost);
            }
        }
        return lowering;
    }

    /** The band once every row on its score has lowered it. */
    static Bands.Band lowered(Bands.Band band, List<CapsFact> rows) {
        CapsFact lowering = lowering(band, rows);
        String atMost = lowering == null ? null : lowering.row().bandAtMost();
        return atMost == null ? band : band.lowerTo(atMost);
    }
}
