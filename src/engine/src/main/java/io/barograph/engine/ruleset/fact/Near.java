package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Table;

/** Which rows of a stage's tables are near an account, see {@link RowIndex}. */
public final class Near {

    private static final int[] NOTHING = {};

    private final RowIndex[] indexes;
    private final int[][] rows;
    private final int count;

    private Near(RowIndex[] indexes, int[][] rows) {
        this.indexes = indexes;
        this.rows = rows;
        int sum = 0;
        for (int[] each : rows) {
            sum += each.length;
        }
        this.count = sum;
    }

    /** @param indexes one a table of the stage; kept, not copied */
    public static Near of(AccountCells account, RowIndex... indexes) {
        int[][] rows = new int[indexes.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = indexes[i].near(account);
        }
        return new Near(indexes, rows);
    }

    /** Whether no row of the stage can fire. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Numbers of rows, each once. */
    public int[] rows(Table table) {
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i].table() == table) {
                return rows[i];
            }
        }
        return NOTHING;
    }
}
