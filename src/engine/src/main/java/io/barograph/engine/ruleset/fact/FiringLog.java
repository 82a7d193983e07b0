package io.barograph.engine.ruleset.fact;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every row that fired for one account. Rules write, stages read. Not thread-safe: a session has one thread.
 *
 * <p>An account's rows are of one workbook and of {@code segments.xlsx}, and stages follow the order of tables, so numbers rise in table
 * order, then sheet order.
 */
public final class FiringLog {

    private @Nullable RowFact[] rows = new RowFact[64];
    private int size;
    private int sorted;
    private int tests;

    void add(RowFact row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = row;
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
        RowFact row = rows[i];
        if (row == null) {
            throw new IndexOutOfBoundsException(i);
        }
        return row;
    }

    /** Rows that fired so far, in the same order. */
    public List<RowFact> inOrder() {
        sort();
        return Collections.unmodifiableList(Arrays.asList(rows).subList(0, size));
    }

    /** What is sorted already comes before everything else; what a session fired since is often in reverse. */
    private void sort() {
        if (sorted == size) {
            return;
        }
        if (isReversed()) {
            for (int i = sorted, j = size - 1; i < j; i++, j--) {
                RowFact row = rows[i];
                rows[i] = rows[j];
                rows[j] = row;
            }
        }
        for (int i = Math.max(sorted, 1); i < size; i++) {
            RowFact row = rows[i];
            int at = i;
            while (at > 0 && number(at - 1) > row.number()) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
        sorted = size;
    }

    private boolean isReversed() {
        return size - sorted > 1 && number(sorted) > number(size - 1);
    }

    private int number(int i) {
        RowFact row = rows[i];
        return row == null ? -1 : row.number();
    }
}
