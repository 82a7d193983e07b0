package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Segments row. */
public final class SegmentsFact extends RowFact {

    private final Row.SegmentRow row;

    public SegmentsFact(Row.SegmentRow row) {
        super(EVERY_SEGMENT);
        this.row = row;
    }

    @Override
    public Row.SegmentRow row() {
        return row;
    }
}
