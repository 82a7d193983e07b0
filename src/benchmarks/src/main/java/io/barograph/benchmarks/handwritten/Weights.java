package io.barograph.benchmarks.handwritten;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weights, Overall and Context. A cell is an indicator's weight in a dimension; a dimension's cells stand side by side. */
final class Weights {

    private static final int CENTS = 2;
    private static final long[] POWERS = {10_000, 100, 1, 100, 10_000, 1_000_000};
    private static final int FACTORS_WITHOUT_REST = 2;

    final int dimensions;
    final String[] names;

    /** By dimension: its first cell; one more than there are dimensions. */
    final int[] from;

    final int[] place;

    /** Hundredths. */
    final long[] base;

    final long[] totalBase;
    final long[] overall;

    /** By Context row: the cells whose weight it multiplies, and by what in hundredths. */
    private final int[][] touched;

    private final long[] factor;
    private final int firstContextRow;
    private final long overallTotal;

    Weights(SegmentModel model, Vocabulary vocabulary) {
        this.dimensions = model.overall().size();
        this.names = model.overall().stream().map(Row.DimensionRow::dimension).toArray(String[]::new);
        this.from = new int[dimensions + 1];
        this.overall = new long[dimensions];
        this.totalBase = new long[dimensions];
        List<Integer> places = new ArrayList<>();
        List<Long> bases = new ArrayList<>();
        long weighted = 0;
        for (int d = 0; d < dimensions; d++) {
            Row.DimensionRow dimension = model.overall().get(d);
            overall[d] = hundredths(dimension.weight());
            for (Row.WeightRow row : model.weights()) {
                for (var cell : row.weights().entrySet()) {
                    if (Names.same(cell.getKey(), dimension.dimension())) {
                        places.add(vocabulary.fields.place(row.indicator()));
                        bases.add(hundredths(cell.getValue()));
                        totalBase[d] += hundredths(cell.getValue());
                    }
                }
            }
            from[d + 1] = places.size();
            weighted += overall[d] * totalBase[d];
        }
        this.overallTotal = weighted;
        this.place = places.stream().mapToInt(Integer::intValue).toArray();
        this.base = bases.stream().mapToLong(Long::longValue).toArray();
        this.firstContextRow = model.indicators().size() + model.scoring().size();
        this.touched = new int[model.context().size()][];
        this.factor = new long[touched.length];
        for (int i = 0; i < touched.length; i++) {
            Row.ContextRow row = model.context().get(i);
            touched[i] = java.util.stream.IntStream.range(0, place.length)
                    .filter(cell -> touches(row, vocabulary.fields.fields[place[cell]]))
                    .toArray();
            factor[i] = hundredths(row.factor());
        }
    }

    private static boolean touches(Row.ContextRow row, Field field) {
        Field indicator = row.indicator();
        if (indicator != null) {
            return indicator.name().equals(field.name());
        }
        return row.category() != null && field.category() != null && Names.same(row.category(), field.category());
    }

    private static long hundredths(BigDecimal value) {
        return value.movePointRight(CENTS).longValueExact();
    }

    /** Effective weights by cell in millionths, into an array: base times every fired Context factor, half-up. */
    void effective(long[] fired, SegmentTables.Run context, long[] weights) {
        System.arraycopy(base, 0, weights, 0, base.length);
        byte[] factors = new byte[weights.length];
        for (int row = Bits.next(fired, context.from());
                row >= 0 && row < context.to();
                row = Bits.next(fired, row + 1)) {
            long by = factor[row - firstContextRow];
            for (int cell : touched[row - firstContextRow]) {
                weights[cell] = Math.multiplyExact(weights[cell], by);
                factors[cell]++;
            }
        }
        for (int cell = 0; cell < weights.length; cell++) {
            long power = POWERS[factors[cell]];
            weights[cell] =
                    factors[cell] <= FACTORS_WITHOUT_REST ? weights[cell] * power : Micros.divide(weights[cell], power);
        }
    }

    /**
     * All scores in hundredths: Overall, then dimensions; −1 where there is none.
     *
     * @param subScores hundredths by place, −1 where there is none
     */
    void score(int[] subScores, long[] effective, int[] scores) {
        long sum = 0;
        long total = 0;
        for (int d = 0; d < dimensions; d++) {
            long dimensionSum = 0;
            long dimensionTotal = 0;
            for (int cell = from[d]; cell < from[d + 1]; cell++) {
                int subScore = subScores[place[cell]];
                if (subScore >= 0) {
                    dimensionSum += effective[cell] * subScore;
                    dimensionTotal += effective[cell];
                }
            }
            scores[d + 1] = dimensionTotal == 0 ? -1 : (int) Micros.divide(dimensionSum, dimensionTotal);
            if (dimensionTotal != 0) {
                sum += overall[d] * scores[d + 1];
                total += overall[d];
            }
        }
        scores[0] = total == 0 ? -1 : (int) Micros.divide(sum, total);
    }

    /** Percent in hundredths of what is known, by score. */
    void coverage(long[] registers, int[] coverage) {
        long weighted = 0;
        for (int d = 0; d < dimensions; d++) {
            long covered = 0;
            for (int cell = from[d]; cell < from[d + 1]; cell++) {
                if (registers[place[cell]] != Micros.MISSING) {
                    covered += base[cell];
                }
            }
            coverage[d + 1] = totalBase[d] == 0 ? 0 : (int) Micros.divide(covered * 10_000, totalBase[d]);
            weighted += overall[d] * covered;
        }
        coverage[0] = overallTotal == 0 ? 0 : (int) Micros.divide(weighted * 10_000, overallTotal);
    }

    /**
     * Each part's share of a score in hundredths by largest remainder, ties to the earlier.
     *
     * @param weights of the parts
     * @param scores of the parts in hundredths; −1 for a part that takes none
     */
    static int[] shares(long[] weights, int[] scores, int score) {
        long total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += scores[i] >= 0 ? weights[i] : 0;
        }
        int[] shares = new int[weights.length];
        long[] rests = new long[weights.length];
        int left = score;
        for (int i = 0; i < weights.length; i++) {
            rests[i] = -1;
            if (scores[i] >= 0) {
                long product = weights[i] * scores[i];
                shares[i] = (int) (product / total);
                rests[i] = product % total;
                left -= shares[i];
            }
        }
        for (; left > 0; left--) {
            int greatest = 0;
            for (int i = 1; i < rests.length; i++) {
                if (rests[i] > rests[greatest]) {
                    greatest = i;
                }
            }
            shares[greatest]++;
            rests[greatest] = -1;
        }
        return shares;
    }

    /** A copy of part of an array, for the shares of one dimension. */
    long[] cells(long[] effective, int dimension) {
        return Arrays.copyOfRange(effective, from[dimension], from[dimension + 1]);
    }
}
