package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.FlaggedAccount;
import io.barograph.engine.ruleset.fact.Near;
import org.jspecify.annotations.Nullable;

/** Which cohort the account belongs to. */
final class CohortStage implements Stage {

    private final VocabularyValues vocabulary;

    CohortStage(ModelPlan model) {
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.allFlags(account);
        Near near = account.near(Table.COHORTS);
        return near.isEmpty() ? null : new FlaggedAccount(account.cells, near);
    }

    @Override
    public void leave(AccountCase account) {
        for (int i = account.concluded(); i < account.log().size(); i++) {
            if (account.log().row(i) instanceof CohortsFact fired) {
                account.cohort = fired.row().cohort();
            }
        }
        account.conclude();
    }
}
