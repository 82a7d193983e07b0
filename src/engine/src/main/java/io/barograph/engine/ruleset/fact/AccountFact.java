package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * An account at one stage of its decision: wide (every value of the vocabulary that is known by then), one a stage and account. What its
 * rows see of it never changes.
 */
public abstract sealed class AccountFact
        permits ScreenedAccount,
                MeasuredAccount,
                ScoredAccount,
                CappedAccount,
                BandedAccount,
                TrendedAccount,
                FlaggedAccount,
                GroupedAccount,
                AdvisedAccount {

    private final AccountCells cells;
    private final Near near;

    AccountFact(AccountCells cells, Near near) {
        this.cells = cells;
        this.near = near;
    }

    /** Folded name of the account's segment; empty before it is known. */
    public final String getSegment() {
        return cells.segment();
    }

    final @Nullable Object[] values() {
        return cells.values();
    }

    final int[] ranks() {
        return cells.ranks();
    }

    final void tested() {
        cells.log().tested();
    }

    /** Numbers of the rows of a table that are near the account. */
    public final int[] near(Table table) {
        return near.rows(table);
    }

    /** Called by every rule of the pipeline, and by nothing else: this row fired for this account. */
    public final void fire(RowFact row) {
        cells.log().add(row);
    }
}
