package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account with its bands, probabilities and the ARR at risk: what Trends see. */
public final class BandedAccount extends AccountFact {

    public BandedAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
