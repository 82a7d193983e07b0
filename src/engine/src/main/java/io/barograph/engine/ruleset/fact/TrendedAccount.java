package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account with the flags of Trends: what Signals see. */
public final class TrendedAccount extends AccountFact {

    public TrendedAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
