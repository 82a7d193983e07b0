package io.barograph.engine.ruleset.fact;

/** An account with its bands, probabilities and the ARR at risk: what Trends see. */
public final class BandedAccount extends AccountFact {

    public BandedAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
