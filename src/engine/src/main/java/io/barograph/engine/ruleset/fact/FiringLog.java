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

    /** What is sorted already comes before everything else; what a session fired since is often in reverse. */
    private void sort() {
        if (sorted == size) {
            return;
        }
        if (numbers[sorted] > numbers[size - 1]) {
            for (int i = sorted, j = size - 1; i < j; i++, j--) {
                int number = numbers[i];
                numbers[i] = numbers[j];
                numbers[j] = number;
            }
        }
        for (int i = Math.max(sorted, 1); i < size; i++) {
            int number = numbers[i];
            int at = i;
            while (at > 0 && numbers[at - 1] > number) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
        sorted = size;
    }
}
