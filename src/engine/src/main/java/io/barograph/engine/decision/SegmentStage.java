package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.ScreenedAccount;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.text.Names;
import java.util.Map;

/** Which segment and tier the account belongs to. */
final class SegmentStage implements Stage {

    private final VocabularyValues vocabulary;
    private final Map<String, SegmentPlan> plans;

    /** @param plans by folded segment name */
    SegmentStage(VocabularyValues vocabulary, Map<String, SegmentPlan> plans) {
        this.vocabulary = vocabulary;
        this.plans = plans;
    }

    @Override
    public boolean concerns(AccountCase account) {
        return true;
    }

    @Override
    public AccountFact enter(AccountCase account) {
        vocabulary.screened(account);
        return new ScreenedAccount(account.handOver(Table.SEGMENTS), account.log);
    }

    @Override
    public void leave(AccountCase account) {
        for (AccountCase.Fired<SegmentsFact> fired : account.fired(SegmentsFact.class)) {
            account.segment = fired.fact().row().segment();
        }
        for (AccountCase.Fired<AccountTiersFact> fired : account.fired(AccountTiersFact.class)) {
            account.tier = fired.fact().row().tier();
        }
        account.conclude(Table.ACCOUNT_TIERS);
        String segment = account.segment;
        account.plan = segment == null ? null : plans.get(Names.fold(segment));
        if (account.plan == null) {
            account.issues.add(new DecisionIssue(
                    "no-model",
                    segment == null
                            ? "no row of Segments admits the account"
                            : "segment `" + segment + "` has no workbook, so nothing can score the account",
                    null));
        }
    }
}
