package io.barograph.engine.decision;

import io.barograph.engine.ruleset.GuardrailRule;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.Review;
import io.barograph.engine.ruleset.fact.ScoreOrder;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stage's dealings with guardrails: what they see, and what they did, in the order of their files. */
final class Reviews {

    /** Carries out one action of a guardrail and says what came of it. */
    interface Act {
        Map<String, @Nullable Object> on(AccountCase account, String ruleId, GuardrailFiring.Action action);
    }

    private final GuardrailStage stage;
    private final Guardrails guardrails;

    Reviews(GuardrailStage stage, Guardrails guardrails) {
        this.stage = stage;
        this.guardrails = guardrails;
    }

    boolean isEmpty() {
        return guardrails.isEmpty();
    }

    /** Remembers the review under way. */
    <R extends Review> R keep(AccountCase account, R review) {
        account.review = review;
        return review;
    }

    /** Carries out what guardrails asked for, in the order of their files, and keeps the outcome with the account. */
    void settle(AccountCase account, Act act) {
        Review review = account.review;
        if (review == null) {
            return;
        }
        account.review = null;
        List<GuardrailFiring> firings = review.firings().stream()
                .sorted(Comparator.<GuardrailFiring>comparingInt(
                                firing -> guardrails.rule(firing.rule()).order())
                        .thenComparing(firing -> firing.inputs().toString()))
                .toList();
        for (GuardrailFiring firing : firings) {
            GuardrailRule rule = guardrails.rule(firing.rule());
            Map<String, @Nullable Object> effect = new LinkedHashMap<>();
            List<Map<String, @Nullable Object>> also = new ArrayList<>();
            for (GuardrailFiring.Action action : firing.actions()) {
                Map<String, @Nullable Object> outcome = act.on(account, rule.id(), action);
                if (Collections.disjoint(effect.keySet(), outcome.keySet())) {
                    effect.putAll(outcome);
                } else {
                    also.add(outcome);
                }
            }
            if (!also.isEmpty()) {
                effect.put("also", also);
            }
            account.guarded.add(new Outcome.Guarded(stage, rule.id(), firing.inputs(), effect));
        }
    }

    /** What is known of the account, by name. */
    static Review.Standing standing(AccountCase account) {
        ScoreOrder order = account.plan().scores();
        Map<String, BigDecimal> scores = new HashMap<>();
        Map<String, String> bands = new HashMap<>();
        for (int score = 0; score < order.count(); score++) {
            BigDecimal shown = account.scorecard().shownDecimal(score);
            if (shown != null) {
                scores.put(order.key(score), shown);
            }
            String band = account.band(score);
            if (band != null) {
                bands.put(order.key(score), band);
            }
        }
        Set<String> flags = new HashSet<>();
        account.flags.forEach(flag -> flags.add(Names.fold(flag.name())));
        return new Review.Standing(
                account.inquiry.snapshot().accountId(),
                account.asOf(),
                account.segment == null ? "" : account.segment,
                account.tier,
                new FieldValues(account),
                scores,
                bands,
                flags);
    }
}
