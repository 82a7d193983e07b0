package io.barograph.engine.decision;

import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.fact.AccountFact;
import org.jspecify.annotations.Nullable;

/** Why the score moved since the previous decision; no table fires. */
final class ChangeStage implements Stage {

    private final Model model;
    private final Rescoring rescoring;

    ChangeStage(Model model, Rescoring rescoring) {
        this.model = model;
        this.rescoring = rescoring;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        return null;
    }

    @Override
    public void leave(AccountCase account) {
        ScoreEntry previous = account.past.previous(Decision.OVERALL);
        Integer overall = account.scorecard().overall().shown;
        if (overall != null && previous != null && previous.value() != null) {
            EarlierAccount earlier = new EarlierAccount(account, previous.date(), model);
            AccountCase then = earlier.asItStood(rescoring);
            ScoreChange.Kind rest = earlier.isWhollyKnown() ? ScoreChange.Kind.MODEL : ScoreChange.Kind.MISSING_DATA;
            account.changes = new ScoreChanges(account, then, rest, rescoring)
                    .between(overall, previous.date(), previous.value());
        }
    }
}
