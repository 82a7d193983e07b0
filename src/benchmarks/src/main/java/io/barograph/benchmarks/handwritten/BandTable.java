package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thresholds as arrays: first match by score. */
final class BandTable {

    /** Stands for a row where a score has rows but cannot be banded. */
    static final int UNKNOWN = -2;

    /** Stands for a row where a score has no band. */
    static final int NONE = -1;

    private final SegmentTables tables;

    /** By score: its rows in sheet order. */
    private final int[][] rows;

    /** By row of the table: millionths. */
    private final long[] from;

    private final long[] leaveBelow;
    private final int[] bandCode;

    /** The place of the row's band on its ladder. */
    private final int[] depth;

    private final String[][] ladders;

    /** By score of the segment: its number among all scores. */
    final int[] pastScore;

    private final int unknownCode;
    private final int[][] ladderCodes;

    BandTable(SegmentTables tables, Weights weights, Vocabulary vocabulary) {
        this.tables = tables;
        List<Row.ThresholdRow> thresholds = tables.model.thresholds();
        int count = thresholds.size();
        this.from = new long[count];
        this.leaveBelow = new long[count];
        this.bandCode = new int[count];
        this.depth = new int[count];
        this.ladders = new String[count][];
        this.ladderCodes = new int[count][];
        List<List<Integer>> byScore = new ArrayList<>();
        this.pastScore = new int[weights.dimensions + 1];
        for (int s = 0; s <= weights.dimensions; s++) {
            byScore.add(new ArrayList<>());
            pastScore[s] = s == 0 ? ScoreNames.OVERALL : vocabulary.scoreNames.find(weights.names[s - 1]);
        }
        for (int i = 0; i < count; i++) {
            Row.ThresholdRow row = thresholds.get(i);
            byScore.get(SegmentTables.score(tables.model, row.score())).add(i);
            from[i] = row.from() == null ? Micros.MISSING : Micros.of(row.from());
            leaveBelow[i] = row.leaveBelow() == null ? Long.MAX_VALUE : Micros.of(row.leaveBelow());
            bandCode[i] = vocabulary.scoreNames.bands.of(row.band());
            ladders[i] = row.ladder().toArray(String[]::new);
            ladderCodes[i] = row.ladder().stream()
                    .mapToInt(vocabulary.scoreNames.bands::of)
                    .toArray();
            depth[i] = depth(i, row.band());
        }
        this.rows = byScore.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.unknownCode = vocabulary.scoreNames.bands.of(HandDecision.UNKNOWN_BAND);
    }

    boolean isBanded(int score) {
        return rows[score].length > 0;
    }

    /** How far below the top of a row's ladder a band stands; −1 when it is not on it. */
    int depth(int row, String band) {
        for (int i = 0; i < ladders[row].length; i++) {
            if (Names.same(ladders[row][i], band)) {
                return i;
            }
        }
        return -1;
    }

    String band(int row, int depth) {
        return row == UNKNOWN ? HandDecision.UNKNOWN_BAND : ladders[row][depth];
    }

    int code(int row, int depth) {
        return row == UNKNOWN ? unknownCode : ladderCodes[row][depth];
    }

    int depthOf(int row) {
        return depth[row];
    }

    /** Whether a row holds an account by Leave below alone. */
    boolean kept(int row, int shown) {
        return from[row] != Micros.MISSING && shown * Micros.HUNDREDTH < from[row];
    }

    /**
     * The row that gives a score its band.
     *
     * @param shown hundredths, −1 for none
     * @return its position in the table, {@link #UNKNOWN} or {@link #NONE}
     */
    int fire(int score, int shown, int coverage, @Nullable PastScore past, long[] registers, long[] fired) {
        if (rows[score].length == 0) {
            return NONE;
        }
        if (shown < 0 || coverage * Micros.HUNDREDTH < tables.minimumCoverage) {
            return UNKNOWN;
        }
        long value = shown * Micros.HUNDREDTH;
        int previous = past == null ? -1 : past.bandCode;
        for (int row : rows[score]) {
            boolean reached =
                    value >= from[row] || (value >= leaveBelow[row] && previous == bandCode[row] && previous > 0);
            if (reached && tables.admits(tables.thresholds.from() + row, registers)) {
                Bits.set(fired, tables.thresholds.from() + row);
                return row;
            }
        }
        return NONE;
    }
}
