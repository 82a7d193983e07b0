package io.barograph.engine.ruleset.fact;

/** An account whose segment and processed values are known: what Indicators, Scoring and Context see. */
public final class MeasuredAccount extends AccountFact {

    public MeasuredAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
