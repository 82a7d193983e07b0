package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.BandedAccount;
import io.barograph.engine.ruleset.fact.TrendsFact;
import org.jspecify.annotations.Nullable;

/** Which measures moved enough over some days to raise a flag. */
final class TrendStage implements Stage {

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        return account.plan().model().trends().isEmpty()
                ? null
                : new BandedAccount(account.plan().key(), account.handOver(Table.TRENDS), account.log);
    }

    @Override
    public void leave(AccountCase account) {
        for (TrendsFact fired : account.rows(TrendsFact.class)) {
            account.raise(fired.row().flag(), fired.row().severity());
        }
        account.conclude(Table.TRENDS);
    }
}
