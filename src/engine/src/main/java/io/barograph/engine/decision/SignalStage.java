package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.TrendedAccount;
import org.jspecify.annotations.Nullable;

/** Which combinations of facts raise a flag. */
final class SignalStage implements Stage {

    private final VocabularyValues vocabulary;

    SignalStage(ModelPlan model) {
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.firstFlags(account);
        Near near = account.near(Table.SIGNALS);
        return near.isEmpty() ? null : new TrendedAccount(account.cells, near);
    }

    @Override
    public void leave(AccountCase account) {
        for (int i = account.concluded(); i < account.log().size(); i++) {
            if (account.log().row(i) instanceof SignalsFact fired) {
                account.raise(fired.row().flag(), fired.row().severity());
            }
        }
        account.conclude();
    }
}
