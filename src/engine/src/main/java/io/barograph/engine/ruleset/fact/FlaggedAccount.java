package io.barograph.engine.ruleset.fact;

/** An account with all its flags: what Cohorts see. */
public final class FlaggedAccount extends AccountFact {

    public FlaggedAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
