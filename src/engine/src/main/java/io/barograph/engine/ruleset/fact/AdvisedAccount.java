package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.TextValue;
import org.jspecify.annotations.Nullable;

/** An account with its playbooks: what Escalations see. */
public final class AdvisedAccount extends AccountFact {

    private final @Nullable TextValue[] bands;
    private final int[] days;

    /**
     * @param bands by score; null where a score has no band
     * @param days for how many days each has been in its band
     */
    public AdvisedAccount(AccountCells cells, Near near, @Nullable TextValue[] bands, int[] days) {
        super(cells, near);
        this.bands = bands;
        this.days = days;
    }

    @Nullable TextValue band(int score) {
        return score < 0 ? null : bands[score];
    }

    int daysInBand(int score) {
        return score < 0 ? 0 : days[score];
    }
}
