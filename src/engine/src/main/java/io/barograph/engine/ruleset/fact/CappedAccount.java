package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** An account with its scores after caps: what Thresholds see. */
public final class CappedAccount extends AccountFact {

    /** Of a score that does not exist or has too little coverage for a band. */
    public static final int NONE = -1;

    private final int[] bandedScores;
    private final @Nullable String[] previousBands;

    /**
     * @param bandedScores hundredths by score; {@link #NONE} where there is no band to find
     * @param previousBands folded, by score
     */
    public CappedAccount(AccountCells cells, Near near, int[] bandedScores, @Nullable String[] previousBands) {
        super(cells, near);
        this.bandedScores = bandedScores;
        this.previousBands = previousBands;
    }

    int bandedScore(int score) {
        return score < 0 ? NONE : bandedScores[score];
    }

    @Nullable String previousBand(int score) {
        return score < 0 ? null : previousBands[score];
    }
}
