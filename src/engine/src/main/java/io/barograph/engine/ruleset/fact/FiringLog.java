package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Every row that fired for one account. Rules write, stages read. Not thread-safe: a session has one thread.
 *
 * <p>An account's rows are of one workbook and of {@code segments.xlsx}, and stages follow the order of tables, so numbers rise in table
 * order, then sheet order.
 */
public final class FiringLog {

    /** Every row of the model that can fire, by number. */
    private final List<RowFact> rows;

    private int[] numbers = {};
    private int size;
    private int sorted;
    private int tests;

    FiringLog(List<RowFact> rows) {
        this.rows = rows;
    }

    void add(RowFact row) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(64, 2 * size));
        }
        numbers[size++] = row.number();
    }

    void tested() {
        tests++;
    }

    /** How often a row was asked whether it admits the account. */
    public int tests() {
        return tests;
    }

    /** How many rows fired so far. */
    public int size() {
        return size;
    }

    /** The i-th row that fired so far, in table order, then sheet order, whatever order the session fired them in. */
    public RowFact row(int i) {
        sort();
        return rows.get(numbers[Objects.checkIndex(i, size)]);
    }

    /** Rows that fired so far, in the same order. */
    public List<RowFact> inOrder() {
        sort();
        return IntStream.range(0, size).mapToObj(this::row).toList();
    }

    /** Numbers of the first rows that fired, in the same order. */
    public int[] numbers(int count) {
        sort();
        return Arrays.copyOf(numbers, count);
    }

    /** Rows of one table that fired, in sheet order. */
    public <R extends RowFact> List<R> of(Table table, Class<R> kind) {
        int to = before(table, true);
        int from = before(table, false);
        if (from == to) {
            return List.of();
        }
        List<R> fired = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            fired.add(kind.cast(row(i)));
        }
        return fired;
    }

    /** How many of the rows that fired are of tables before this one, or of it. */
    private int before(Table table, boolean itself) {
        int below = 0;
        int above = size;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (row(middle).head().table().compareTo(table) < (itself ? 1 : 0)) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /** What is sorted already comes before everything else; what a session fired since is often in order, or in reverse. */
    private void sort() {
        if (sorted == size) {
            return;
        }
        int least = numbers[sorted];
        int greatest = least;
        boolean rising = true;
        for (int i = sorted + 1; i < size; i++) {
            int number = numbers[i];
            rising &= number > greatest;
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
        if (!rising) {
            int words = ((greatest - least) >> 6) + 1;
            if (words <= size - sorted) {
                sort(least, words);
            } else {
                Arrays.sort(numbers, sorted, size);
            }
        }
        sorted = size;
    }

    /** By a set of bits, since a row fires but once. */
    private void sort(int least, int words) {
        long[] fired = new long[words];
        for (int i = sorted; i < size; i++) {
            int bit = numbers[i] - least;
            fired[bit >> 6] |= 1L << bit;
        }
        int at = sorted;
        for (int word = 0; word < words; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                numbers[at++] = least + (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
    }
}
