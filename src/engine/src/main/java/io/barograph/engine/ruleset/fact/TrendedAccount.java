package io.barograph.engine.ruleset.fact;

/** An account with the flags of Trends: what Signals see. */
public final class TrendedAccount extends AccountFact {

    public TrendedAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
