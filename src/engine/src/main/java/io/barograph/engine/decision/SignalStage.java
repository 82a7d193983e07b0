package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.TrendedAccount;
import org.jspecify.annotations.Nullable;

/** Which combinations of facts raise a flag. */
final class SignalStage implements Stage {

    private final VocabularyValues vocabulary;

    SignalStage(VocabularyValues vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.flags(account);
        return account.plan().model().signals().isEmpty()
                ? null
                : new TrendedAccount(account.plan().key(), account.handOver(Table.SIGNALS), account.log);
    }

    @Override
    public void leave(AccountCase account) {
        for (SignalsFact fired : account.rows(SignalsFact.class)) {
            account.raise(fired.row().flag(), fired.row().severity());
        }
        account.conclude(Table.SIGNALS);
    }
}
