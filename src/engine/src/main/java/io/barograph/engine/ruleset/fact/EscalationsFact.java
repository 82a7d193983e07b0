package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;

/** An Escalations row. */
public final class EscalationsFact extends RowFact {

    private final Row.EscalationRow row;
    private final int score;

    /** @param score position of the score whose band the row asks about */
    public EscalationsFact(Place place, Row.EscalationRow row, int score) {
        super(place, row);
        this.row = row;
        this.score = score;
    }

    @Override
    public Row.EscalationRow row() {
        return row;
    }

    /** Position of the score whose band the row asks about. */
    public int getScore() {
        return score;
    }

    /** Whether the score is in such a band for long enough, and all other conditions hold. */
    public boolean calls(AdvisedAccount account) {
        return admits(account) && isIn(account) && isLongEnough(account);
    }

    private boolean isIn(AdvisedAccount account) {
        return row.band() == null || row.band().matches(account.band(score));
    }

    private boolean isLongEnough(AdvisedAccount account) {
        return row.forAtLeastDays() == null
                || (account.band(score) != null && account.daysInBand(score) >= row.forAtLeastDays());
    }
}
