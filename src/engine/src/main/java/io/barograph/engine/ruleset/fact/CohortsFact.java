package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Cohorts row. */
public final class CohortsFact extends RowFact {

    private final Row.CohortRow row;

    public CohortsFact(Place place, Row.CohortRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.CohortRow row() {
        return row;
    }
}
