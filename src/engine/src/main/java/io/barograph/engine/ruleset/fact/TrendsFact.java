package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Trends row. */
public final class TrendsFact extends RowFact {

    private final Row.TrendRow row;

    public TrendsFact(Place place, Row.TrendRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.TrendRow row() {
        return row;
    }

    /** Whether the measure changed as the row says, and all other conditions hold. */
    public boolean moved(AccountFact account) {
        return admits(account);
    }
}
