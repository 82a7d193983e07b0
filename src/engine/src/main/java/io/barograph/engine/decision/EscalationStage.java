package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AdvisedAccount;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who else has to know. */
final class EscalationStage implements Stage {

    private final VocabularyValues vocabulary;

    EscalationStage(VocabularyValues vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.set(
                account,
                Term.Kind.PLAYBOOKS,
                term -> SetValue.of(account.running.stream().map(TextValue::of).toList()));
        return account.plan().model().escalations().isEmpty()
                ? null
                : new AdvisedAccount(
                        account.plan().key(), account.handOver(Table.ESCALATIONS), account.log, standings(account));
    }

    private static Map<String, AdvisedAccount.Standing> standings(AccountCase account) {
        Map<String, AdvisedAccount.Standing> standings = new HashMap<>();
        account.bands.forEach((score, band) -> standings.put(
                score,
                new AdvisedAccount.Standing(TextValue.of(band.shown()), account.past.daysInBand(score, band.shown()))));
        return standings;
    }

    @Override
    public void leave(AccountCase account) {
        List<EscalationsFact> fired = account.rows(EscalationsFact.class);
        account.daysInBand =
                fired.stream().mapToInt(row -> daysInBand(account, row.row())).toArray();
        account.conclude(Table.ESCALATIONS);
        vocabulary.set(
                account,
                Term.Kind.ESCALATIONS,
                term -> SetValue.of(fired.stream()
                        .map(row -> TextValue.of(row.row().escalateTo()))
                        .toList()));
    }

    private static int daysInBand(AccountCase account, Row.EscalationRow row) {
        String band = account.band(row.score());
        return row.forAtLeastDays() == null || band == null
                ? Outcome.Scores.NONE
                : Math.toIntExact(account.past.daysInBand(row.score(), band));
    }
}
