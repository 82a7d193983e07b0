package io.barograph.engine.ruleset.fact;

/** An account with its computed scores: what Caps see. */
public final class ScoredAccount extends AccountFact {

    public ScoredAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
