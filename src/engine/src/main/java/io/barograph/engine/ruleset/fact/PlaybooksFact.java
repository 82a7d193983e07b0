package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Playbooks row. */
public final class PlaybooksFact extends RowFact {

    private final Row.PlaybookRow row;

    public PlaybooksFact(Place place, Row.PlaybookRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.PlaybookRow row() {
        return row;
    }
}
