package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.ScoredAccount;
import org.jspecify.annotations.Nullable;

/** Bounds scores: the highest floor, then the lowest cap. */
final class CapStage implements Stage {

    private final VocabularyValues vocabulary;

    CapStage(ModelPlan model) {
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        Scorecard scorecard = account.scorecard();
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.SCORE)) {
            int score = account.plan().scores().find(term.score());
            vocabulary.put(account, term.first(), score == Scorecard.NONE ? null : scorecard.computedDecimal(score));
        }
        vocabulary.set(
                account,
                Term.Kind.COVERAGE,
                term -> Hundredths.toDecimal(scorecard.coverage()[SegmentPlan.OVERALL]));
        Near near = account.near(Table.CAPS);
        return near.isEmpty() ? null : new ScoredAccount(account.cells, near);
    }

    @Override
    public void leave(AccountCase account) {
        if (account.log().size() > account.concluded()) {
            account.scorecard().bound(account.fired(Table.CAPS, CapsFact.class));
            account.conclude();
        }
    }
}
