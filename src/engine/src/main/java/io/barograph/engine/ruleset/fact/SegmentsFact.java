package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Segments row. */
public final class SegmentsFact extends RowFact {

    private final Row.SegmentRow row;

    public SegmentsFact(Place place, Row.SegmentRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.SegmentRow row() {
        return row;
    }
}
