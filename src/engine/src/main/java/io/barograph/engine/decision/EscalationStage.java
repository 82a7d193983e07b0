package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AdvisedAccount;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<Escalation> escalations = new ArrayList<>();
        for (AccountCase.Fired<EscalationsFact> fired : account.fired(EscalationsFact.class)) {
            Row.EscalationRow row = fired.fact().row();
            LocalDate due = row.dueDays() == null ? null : account.asOf().plusDays(row.dueDays());
            String ruleId = row.head().ruleId();
            escalations.add(new Escalation(row.escalateTo(), row.action(), due, ruleId == null ? "" : ruleId));
            Map<String, @Nullable Object> effect = account.effect(fired.firing());
            effect.put("escalate_to", row.escalateTo());
            if (due != null) {
                effect.put("due", due);
            }
        }
        account.escalations = escalations;
        vocabulary.set(
                account,
                Term.Kind.ESCALATIONS,
                term -> SetValue.of(escalations.stream()
                        .map(escalation -> TextValue.of(escalation.escalateTo()))
                        .toList()));
    }
}
