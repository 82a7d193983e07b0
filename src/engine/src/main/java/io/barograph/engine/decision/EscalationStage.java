package io.barograph.engine.decision;

import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AdvisedAccount;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.Near;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who else has to know. */
final class EscalationStage implements Stage {

    private final ModelPlan model;
    private final VocabularyValues vocabulary;

    EscalationStage(ModelPlan model) {
        this.model = model;
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.PLAYBOOKS)) {
            account.cells.set(
                    term.last(),
                    SetValue.of(account.running.stream().map(model::text).toList()));
        }
        Near near = account.near(Table.ESCALATIONS);
        return near.isEmpty() ? null : advised(account, near);
    }

    private AdvisedAccount advised(AccountCase account, Near near) {
        int scores = account.plan().scores().count();
        @Nullable TextValue[] bands = new @Nullable TextValue[scores];
        int[] days = new int[scores];
        for (int score = 0; score < scores; score++) {
            String band = account.band(score);
            if (band != null) {
                bands[score] = model.text(band);
                days[score] = daysInBand(account, score, band);
            }
        }
        return new AdvisedAccount(account.cells, near, bands, days);
    }

    private static int daysInBand(AccountCase account, int score, String band) {
        return account.past.isEmpty()
                ? 0
                : account.past.daysInBand(account.plan().scores().key(score), band);
    }

    @Override
    public void leave(AccountCase account) {
        boolean fires = account.log().size() > account.concluded();
        List<EscalationsFact> fired = fires ? account.fired(Table.ESCALATIONS, EscalationsFact.class) : List.of();
        account.daysInBand = new int[fired.size()];
        for (int i = 0; i < account.daysInBand.length; i++) {
            int score = fired.get(i).getScore();
            String band = account.band(score);
            account.daysInBand[i] = fired.get(i).row().forAtLeastDays() == null || band == null
                    ? Outcome.Scores.NONE
                    : daysInBand(account, score, band);
        }
        account.conclude();
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.ESCALATIONS)) {
            account.cells.set(
                    term.last(),
                    SetValue.of(fired.stream()
                            .map(row -> model.text(row.row().escalateTo()))
                            .toList()));
        }
    }
}
