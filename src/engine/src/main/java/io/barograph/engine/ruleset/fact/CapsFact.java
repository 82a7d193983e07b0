package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Caps row. */
public final class CapsFact extends RowFact {

    private final Row.CapRow row;

    public CapsFact(Place place, Row.CapRow row) {
        super(place);
        this.row = row;
    }

    @Override
    public Row.CapRow row() {
        return row;
    }
}
