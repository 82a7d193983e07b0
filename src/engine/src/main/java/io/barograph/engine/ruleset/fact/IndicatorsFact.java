package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** An Indicators row. */
public final class IndicatorsFact extends RowFact {

    private final Row.IndicatorRow row;

    public IndicatorsFact(Place place, Row.IndicatorRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.IndicatorRow row() {
        return row;
    }

    /** Whether the row has a score for a missing value, and this account's is missing. */
    public boolean standsInFor(AccountFact account) {
        return canFire() && admits(account);
    }

    /** Whether the row has a score for a missing value. */
    public boolean canFire() {
        return row.ifMissing() != null;
    }
}
