package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.BandedAccount;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.TrendsFact;
import org.jspecify.annotations.Nullable;

/** Which measures moved enough over some days to raise a flag. */
final class TrendStage implements Stage {

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        Near near = account.near(Table.TRENDS);
        return near.isEmpty() ? null : new BandedAccount(account.cells, near);
    }

    @Override
    public void leave(AccountCase account) {
        for (int i = account.concluded(); i < account.log().size(); i++) {
            if (account.log().row(i) instanceof TrendsFact fired) {
                account.raise(fired.row().flag(), fired.row().severity());
            }
        }
        account.conclude();
    }
}
