package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Signals row. */
public final class SignalsFact extends RowFact {

    private final Row.SignalRow row;

    public SignalsFact(Place place, Row.SignalRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.SignalRow row() {
        return row;
    }
}
