package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** A Scoring row. */
public final class ScoringFact extends RowFact {

    private final Row.ScoringRow row;

    public ScoringFact(Place place, Row.ScoringRow row) {
        super(place, row);
        this.row = row;
    }

    @Override
    public Row.ScoringRow row() {
        return row;
    }

    /** Whether the indicator's processed value and all other conditions hold. */
    public boolean scores(AccountFact account) {
        return admits(account);
    }
}
