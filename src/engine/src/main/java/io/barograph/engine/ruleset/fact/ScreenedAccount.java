package io.barograph.engine.ruleset.fact;

/** An account whose inputs are screened: what Segments and Account tiers see. */
public final class ScreenedAccount extends AccountFact {

    public ScreenedAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
