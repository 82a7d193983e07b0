package io.barograph.engine.decision;

import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.BandedAccount;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.PlaybookReview;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do about it: which playbooks fire, which suppress which, and in what order they stand. */
final class PlaybookStage implements Stage {

    private final VocabularyValues vocabulary;
    private final Reviews reviews;

    PlaybookStage(VocabularyValues vocabulary, Guardrails guardrails) {
        this.vocabulary = vocabulary;
        this.reviews = new Reviews(Place.PLAYBOOKS, guardrails);
    }

    @Override
    public AccountFact enter(AccountCase account) {
        vocabulary.set(account, Term.Kind.BAND, term -> band(account, VocabularyValues.score(term)));
        vocabulary.set(account, Term.Kind.BAND_ENTERED, term -> bandEntered(account));
        vocabulary.set(account, Term.Kind.DAYS_IN_BAND, term -> {
            String band = band(account, Decision.OVERALL);
            return band == null ? null : BigDecimal.valueOf(account.past.daysInBand(Decision.OVERALL, band));
        });
        vocabulary.set(
                account,
                Term.Kind.FLAGS,
                term -> SetValue.of(account.flags.stream()
                        .map(flag -> TextValue.of(flag.flag()))
                        .toList()));
        return new BandedAccount(Names.fold(account.plan().model().segment()), account.values, account.log);
    }

    private static @Nullable String band(AccountCase account, String score) {
        Bands.Band band = account.bands.get(Names.fold(score));
        return band == null ? null : band.shown();
    }

    /** The new overall band when it differs from the previous one. */
    private static @Nullable String bandEntered(AccountCase account) {
        String band = band(account, Decision.OVERALL);
        String previous = account.past.previousBand(Decision.OVERALL);
        return band == null || (previous != null && Names.same(previous, band)) ? null : band;
    }

    @Override
    public void leave(AccountCase account) {}

    @Override
    public List<GuardrailFact> review(AccountCase account) {
        if (reviews.isEmpty()) {
            return List.of();
        }
        PlaybookReview review = reviews.keep(account, new PlaybookReview(Reviews.standing(account)));
        List<GuardrailFact> facts = new ArrayList<>();
        facts.add(review);
        for (AccountCase.Fired<PlaybooksFact> fired : account.fired(PlaybooksFact.class)) {
            facts.add(new io.barograph.engine.ruleset.fact.ProposedPlaybook(review, fired.fact()));
        }
        return facts;
    }

    @Override
    public void conclude(AccountCase account) {
        Map<PlaybooksFact, String> guarded = new HashMap<>();
        reviews.settle(account, (anyone, ruleId, action) -> {
            Map<String, @Nullable Object> effect = new LinkedHashMap<>();
            if (action instanceof GuardrailFiring.Action.Suppress suppress) {
                guarded.putIfAbsent(suppress.row(), ruleId);
                effect.put("suppressed", suppress.row().row().playbook());
                effect.put("suppressed_rule", suppress.row().head().ruleId());
            }
            return effect;
        });
        PlaybookRanking ranking = new PlaybookRanking(account, account.fired(PlaybooksFact.class), guarded);
        account.playbooks = ranking.recommendations();
    }
}
