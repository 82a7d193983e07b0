package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** An Account tiers row. */
public final class AccountTiersFact extends RowFact {

    private final Row.TierRow row;

    public AccountTiersFact(Place place, Row.TierRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.TierRow row() {
        return row;
    }
}
