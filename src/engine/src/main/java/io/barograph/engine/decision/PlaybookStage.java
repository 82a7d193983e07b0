package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GroupedAccount;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.PlaybookReview;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What to do about it: which playbooks fire, which suppress which, and in what order they stand. */
final class PlaybookStage implements Stage {

    private final VocabularyValues vocabulary;
    private final Reviews reviews;

    PlaybookStage(ModelPlan model, Guardrails guardrails) {
        this.vocabulary = model.vocabulary();
        this.reviews = new Reviews(GuardrailStage.PLAYBOOKS, guardrails);
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        vocabulary.set(account, Term.Kind.COHORT, term -> account.cohort);
        Near near = account.near(Table.PLAYBOOKS);
        return near.isEmpty() ? null : new GroupedAccount(account.cells, near);
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
        for (PlaybooksFact fired : account.fired(Table.PLAYBOOKS, PlaybooksFact.class)) {
            facts.add(new io.barograph.engine.ruleset.fact.ProposedPlaybook(review, fired));
        }
        return facts;
    }

    @Override
    public void conclude(AccountCase account) {
        if (account.review == null && account.log().size() == account.concluded()) {
            return;
        }
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
        List<PlaybooksFact> fired = account.fired(Table.PLAYBOOKS, PlaybooksFact.class);
        account.proposals = new PlaybookRanking(account, fired, guarded, vocabulary.arr(account)).proposals();
        account.running = IntStream.range(0, fired.size())
                .filter(i -> account.proposals.get(i).running())
                .mapToObj(i -> fired.get(i).row().playbook())
                .toList();
        account.conclude();
    }
}
