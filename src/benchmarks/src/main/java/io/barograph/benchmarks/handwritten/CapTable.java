package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Caps as arrays, by row of the table. */
final class CapTable {

    private static final int NONE_AT_LEAST = Integer.MIN_VALUE;
    private static final int NONE_AT_MOST = Integer.MAX_VALUE;

    private final SegmentTables.Run run;
    private final int scores;
    final int[] score;
    private final int[] atLeast;
    private final int[] atMost;
    final @Nullable String[] bandAtMost;

    CapTable(SegmentTables tables, Weights weights) {
        this.run = tables.caps;
        this.scores = weights.dimensions + 1;
        int count = run.to() - run.from();
        this.score = new int[count];
        this.atLeast = new int[count];
        this.atMost = new int[count];
        this.bandAtMost = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            Row.CapRow row = tables.model.caps().get(i);
            score[i] = SegmentTables.score(tables.model, row.score());
            atLeast[i] = row.atLeast() == null ? NONE_AT_LEAST : Micros.hundredths(Micros.of(row.atLeast()));
            atMost[i] = row.atMost() == null ? NONE_AT_MOST : Micros.hundredths(Micros.of(row.atMost()));
            bandAtMost[i] = row.bandAtMost();
        }
    }

    /** What bounded the scores: by score the row of its floor and of its cap (−1 for none), and the points each took. */
    static final class Moves {
        final int[] floorRow;
        final int[] floorPoints;
        final int[] capRow;
        final int[] capPoints;

        private Moves(int scores) {
            floorRow = new int[scores];
            floorPoints = new int[scores];
            capRow = new int[scores];
            capPoints = new int[scores];
            Arrays.fill(floorRow, -1);
            Arrays.fill(capRow, -1);
        }

        /** The points a row of Caps moved its score by. */
        int points(int score, int row) {
            return (floorRow[score] == row ? floorPoints[score] : 0) + (capRow[score] == row ? capPoints[score] : 0);
        }
    }

    /**
     * Bounds scores by the rows that fired: the highest floor, then the lowest cap.
     *
     * @return null when no score moved
     */
    @Nullable Moves bound(int[] shown, long[] fired) {
        Moves moves = null;
        int first = Bits.next(fired, run.from());
        if (first < 0 || first >= run.to()) {
            return null;
        }
        for (int s = 0; s < scores; s++) {
            if (shown[s] < 0) {
                continue;
            }
            int floor = -1;
            int cap = -1;
            for (int row = first; row >= 0 && row < run.to(); row = Bits.next(fired, row + 1)) {
                int i = row - run.from();
                if (score[i] != s) {
                    continue;
                }
                if (atLeast[i] > (floor < 0 ? NONE_AT_LEAST : atLeast[floor])) {
                    floor = i;
                }
                if (atMost[i] < (cap < 0 ? NONE_AT_MOST : atMost[cap])) {
                    cap = i;
                }
            }
            if (floor >= 0 && atLeast[floor] > shown[s]) {
                moves = moves == null ? new Moves(scores) : moves;
                moves.floorRow[s] = floor;
                moves.floorPoints[s] = atLeast[floor] - shown[s];
                shown[s] = atLeast[floor];
            }
            if (cap >= 0 && atMost[cap] < shown[s]) {
                moves = moves == null ? new Moves(scores) : moves;
                moves.capRow[s] = cap;
                moves.capPoints[s] = atMost[cap] - shown[s];
                shown[s] = atMost[cap];
            }
        }
        return moves;
    }
}
