package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.FlaggedAccount;
import org.jspecify.annotations.Nullable;

/** Which cohort the account belongs to. */
final class CohortStage implements Stage {

    private final VocabularyValues vocabulary;

    CohortStage(VocabularyValues vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.flags(account);
        return account.plan().model().cohorts().isEmpty()
                ? null
                : new FlaggedAccount(account.plan().key(), account.handOver(Table.COHORTS), account.log);
    }

    @Override
    public void leave(AccountCase account) {
        for (AccountCase.Fired<CohortsFact> fired : account.fired(CohortsFact.class)) {
            account.cohort = fired.fact().row().cohort();
        }
        account.conclude(Table.COHORTS);
    }
}
