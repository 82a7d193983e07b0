package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.ScoredAccount;
import io.barograph.engine.text.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds scores: the highest floor, then the lowest cap. */
final class CapStage implements Stage {

    private final VocabularyValues vocabulary;

    CapStage(VocabularyValues vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        Scorecard scorecard = account.scorecard();
        vocabulary.set(account, Term.Kind.SCORE, term -> {
            Scorecard.Score score = scorecard.score(VocabularyValues.score(term));
            return score == null ? null : score.computedDecimal();
        });
        vocabulary.set(account, Term.Kind.COVERAGE, term -> scorecard.overall().coverage);
        return account.plan().model().caps().isEmpty()
                ? null
                : new ScoredAccount(account.plan().key(), account.handOver(Table.CAPS), account.log);
    }

    @Override
    public void leave(AccountCase account) {
        List<CapsFact> fired = account.rows(CapsFact.class);
        for (Scorecard.Score score : account.scorecard().scores()) {
            if (score.computed != null) {
                score.shown = Bounding.of(score.computed, on(score, fired)).shown();
            }
        }
        account.conclude(Table.CAPS);
    }

    /** Those of the rows that bound a score. */
    static List<CapsFact> on(Scorecard.Score score, List<CapsFact> rows) {
        return rows.stream()
                .filter(cap -> Names.same(cap.row().score(), score.name))
                .toList();
    }
}
