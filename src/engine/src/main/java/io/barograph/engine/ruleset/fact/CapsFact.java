package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Caps row. */
public final class CapsFact extends RowFact {

    private final Row.CapRow row;

    public CapsFact(String segment, Row.CapRow row) {
        super(segment);
        this.row = row;
    }

    @Override
    public Row.CapRow row() {
        return row;
    }
}
