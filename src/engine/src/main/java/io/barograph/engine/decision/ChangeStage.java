package io.barograph.engine.decision;

import io.barograph.engine.ruleset.fact.AccountFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why the score moved since the previous decision; no table fires. */
final class ChangeStage implements Stage {

    private final Rescoring rescoring;

    ChangeStage(Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        return null;
    }

    @Override
    public void leave(AccountCase account) {
        if (account.past.isEmpty() || !account.scorecard().isScored()) {
            return;
        }
        BigDecimal previous = account.past.previousScore(SegmentPlan.OVERALL_KEY);
        LocalDate date = account.past.previousDate(SegmentPlan.OVERALL_KEY);
        if (previous != null && date != null) {
            EarlierAccount earlier = new EarlierAccount(account, date);
            AccountCase then = earlier.asItStood(rescoring);
            ScoreChange.Kind rest = earlier.isWhollyKnown() ? ScoreChange.Kind.MODEL : ScoreChange.Kind.MISSING_DATA;
            account.changes = new ScoreChanges(account, then, rest, rescoring)
                    .between(account.scorecard().overall(), date, previous);
        }
    }
}
