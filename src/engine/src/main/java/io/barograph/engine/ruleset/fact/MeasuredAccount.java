package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account whose segment and processed values are known: what Indicators, Scoring and Context see. */
public final class MeasuredAccount extends AccountFact {

    public MeasuredAccount(String segment, @Nullable Object[] values, FiringLog log) {
        super(segment, values, log);
    }
}
