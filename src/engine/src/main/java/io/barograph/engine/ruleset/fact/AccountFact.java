package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/**
 * An account at one stage of its decision: immutable, wide (every value of the vocabulary that is known by then), one a
 * stage and account.
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

    private final String segment;
    private final @Nullable Object[] values;
    private final FiringLog log;

    /**
     * @param segment folded; empty before it is known
     * @param values by slot; the fact keeps the array, so nobody may change it afterwards
     */
    AccountFact(String segment, @Nullable Object[] values, FiringLog log) {
        this.segment = segment;
        this.values = values;
        this.log = log;
    }

    /** Folded name of the account's segment. */
    public final String getSegment() {
        return segment;
    }

    /** Values by slot of the model's vocabulary; not to be changed. */
    public final @Nullable Object[] values() {
        return values;
    }

    /** Called by every rule of the pipeline, and by nothing else: this row fired for this account. */
    public final void fire(RowFact row) {
        log.add(new Firing(row, values));
    }
}
