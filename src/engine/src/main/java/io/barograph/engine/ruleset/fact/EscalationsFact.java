package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;

/** An Escalations row. */
public final class EscalationsFact extends RowFact {

    private final Row.EscalationRow row;
    private final String target;

    public EscalationsFact(Place place, Row.EscalationRow row) {
        super(place);
        this.row = row;
        this.target = Names.fold(row.score());
    }

    @Override
    public Row.EscalationRow row() {
        return row;
    }

    /** Whether the score is in such a band for long enough, and all other conditions hold. */
    public boolean calls(AdvisedAccount account) {
        return admits(account) && isIn(account) && isLongEnough(account);
    }

    /** Whether the score's band is as the row asks. */
    public boolean isIn(AdvisedAccount account) {
        return row.band() == null || row.band().matches(account.band(target));
    }

    /** Whether the score has been in its band for as many days as the row asks. */
    public boolean isLongEnough(AdvisedAccount account) {
        Long days = account.daysInBand(target);
        return row.forAtLeastDays() == null || (days != null && days >= row.forAtLeastDays());
    }
}
