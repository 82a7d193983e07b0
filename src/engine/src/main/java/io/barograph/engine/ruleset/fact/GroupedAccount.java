package io.barograph.engine.ruleset.fact;

/** An account in its cohort: what Playbooks see. */
public final class GroupedAccount extends AccountFact {

    public GroupedAccount(AccountCells cells, Near near) {
        super(cells, near);
    }
}
