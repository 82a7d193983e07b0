package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account whose inputs are screened: what Segments and Account tiers see. */
public final class ScreenedAccount extends AccountFact {

    public ScreenedAccount(@Nullable Object[] values, FiringLog log) {
        super(RowFact.EVERY_SEGMENT, values, log);
    }
}
