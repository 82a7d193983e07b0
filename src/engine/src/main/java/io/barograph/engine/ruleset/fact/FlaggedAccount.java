package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account with all its flags: what Cohorts see. */
public final class FlaggedAccount extends AccountFact {

    public FlaggedAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
