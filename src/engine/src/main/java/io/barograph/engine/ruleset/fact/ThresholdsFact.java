package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;

/** A Thresholds row. */
public final class ThresholdsFact extends RowFact {

    private final Row.ThresholdRow row;
    private final String target;
    private final String band;

    public ThresholdsFact(Place place, Row.ThresholdRow row) {
        super(place);
        this.row = row;
        this.target = Names.fold(row.score());
        this.band = Names.fold(row.band());
    }

    @Override
    public Row.ThresholdRow row() {
        return row;
    }

    /** Folded name of the score the row gives a band to. */
    public String getTarget() {
        return target;
    }

    /** Whether the row's conditions hold and the score reaches it, or is held in its band by Leave below. */
    public boolean reachedBy(CappedAccount account) {
        return admits(account) && (reachesFrom(account) || keeps(account));
    }

    /** Whether the account's score is high enough to enter the band. */
    public boolean reachesFrom(CappedAccount account) {
        BigDecimal score = account.bandedScore(target);
        return score != null && (row.from() == null || score.compareTo(row.from()) >= 0);
    }

    private boolean keeps(CappedAccount account) {
        BigDecimal score = account.bandedScore(target);
        return score != null
                && row.leaveBelow() != null
                && score.compareTo(row.leaveBelow()) >= 0
                && band.equals(account.previousBand(target));
    }
}
