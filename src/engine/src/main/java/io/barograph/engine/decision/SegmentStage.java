package io.barograph.engine.decision;

import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScreenedAccount;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import org.jspecify.annotations.Nullable;

/** Which segment and tier the account belongs to. */
final class SegmentStage implements Stage {

    private final VocabularyValues vocabulary;

    SegmentStage(ModelPlan model) {
        this.vocabulary = model.vocabulary();
    }

    @Override
    public boolean concerns(AccountCase account) {
        return true;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.screened(account);
        Near near = account.nearEverySegment();
        return near.isEmpty() ? null : new ScreenedAccount(account.cells, near);
    }

    @Override
    public void leave(AccountCase account) {
        for (int i = 0; i < account.log().size(); i++) {
            RowFact row = account.log().row(i);
            if (row instanceof SegmentsFact segments) {
                account.segment = segments.row().segment();
            } else if (row instanceof AccountTiersFact tiers) {
                account.tier = tiers.row().tier();
            }
        }
        account.conclude();
        String segment = account.segment;
        account.plan = segment == null ? null : account.model.segment(segment);
        if (account.plan != null) {
            account.cells.place(account.plan.key());
            return;
        }
        account.issues.add(new DecisionIssue(
                "no-model",
                segment == null
                        ? "no row of Segments admits the account"
                        : "segment `" + segment + "` has no workbook, so nothing can score the account",
                null));
    }
}
