package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Context row. */
public final class ContextFact extends RowFact {

    private final Row.ContextRow row;

    public ContextFact(Place place, Row.ContextRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.ContextRow row() {
        return row;
    }
}
