package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account in its cohort: what Playbooks see. */
public final class GroupedAccount extends AccountFact {

    public GroupedAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
