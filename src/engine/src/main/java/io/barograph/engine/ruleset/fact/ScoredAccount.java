package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account with its computed scores: what Caps see. */
public final class ScoredAccount extends AccountFact {

    public ScoredAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
