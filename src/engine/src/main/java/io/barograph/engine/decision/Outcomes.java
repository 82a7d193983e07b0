package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import org.jspecify.annotations.Nullable;

/** Sums up what happened to accounts that have been through all stages, or as far as they got. */
final class Outcomes {

    private Outcomes() {}

    static Outcome of(AccountCase account) {
        if (account.goesOn() && !account.scorecard().isScored()) {
            account.issues.add(new DecisionIssue(
                    "no-score", "no dimension that counts towards Overall has a usable indicator", null));
        }
        return new Outcome.Builder()
                .failed(account.failed())
                .fired(account.log().numbers(account.concluded()))
                .seen(account.cells.values())
                .subScores(account.subScores)
                .scores(account.scorecard == null ? null : scores(account, account.scorecard))
                .arrAtRisk(account.arrAtRisk)
                .proposals(account.proposals)
                .daysInBand(account.daysInBand)
                .guarded(account.guarded)
                .changes(account.changes)
                .issues(account.issues)
                .build();
    }

    private static Scores scores(AccountCase account, Scorecard scorecard) {
        int[] bands = new int[scorecard.shown().length];
        @Nullable String[] previousBands = new @Nullable String[bands.length];
        for (int score = 0; score < bands.length; score++) {
            Bands.Band band = score < account.bands.length ? account.bands[score] : null;
            bands[score] = band == null ? Scores.NONE : band.depth();
            ThresholdsFact row = score < account.thresholds.length ? account.thresholds[score] : null;
            if (row != null && !row.isReached(scorecard.shown()[score])) {
                previousBands[score] =
                        account.past.previousBand(account.plan().scores().key(score));
            }
        }
        return new Scores(scorecard.computed(), scorecard.shown(), scorecard.coverage(), bands, previousBands);
    }
}
