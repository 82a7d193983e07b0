package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.ScoredAccount;
import io.barograph.engine.text.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<AccountCase.Fired<CapsFact>> fired = account.fired(CapsFact.class);
        for (AccountCase.Fired<CapsFact> cap : fired) {
            describe(account, cap);
        }
        for (Scorecard.Score score : account.scorecard().scores()) {
            List<AccountCase.Fired<CapsFact>> own = fired.stream()
                    .filter(cap -> Names.same(cap.fact().row().score(), score.name))
                    .toList();
            bound(account, score, own);
        }
    }

    /** What a row bounds, as decisions say it. */
    static Map<String, @Nullable Object> bounds(Row.CapRow row) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("score", row.score());
        if (row.atMost() != null) {
            effect.put("at_most", row.atMost());
        }
        if (row.atLeast() != null) {
            effect.put("at_least", row.atLeast());
        }
        if (row.bandAtMost() != null) {
            effect.put("band_at_most", row.bandAtMost());
        }
        return effect;
    }

    private static void describe(AccountCase account, AccountCase.Fired<CapsFact> cap) {
        Row.CapRow row = cap.fact().row();
        Map<String, @Nullable Object> effect = account.effect(cap.firing());
        effect.putAll(bounds(row));
        if (row.atMost() != null || row.atLeast() != null) {
            effect.put("points", Hundredths.toDecimal(0));
        }
        if (row.bandAtMost() != null) {
            effect.put("lowered", false);
        }
    }

    private static void bound(AccountCase account, Scorecard.Score score, List<AccountCase.Fired<CapsFact>> caps) {
        if (score.shown == null) {
            return;
        }
        AccountCase.Fired<CapsFact> floor = null;
        AccountCase.Fired<CapsFact> cap = null;
        for (AccountCase.Fired<CapsFact> candidate : caps) {
            if (floorOf(candidate) > (floor == null ? Integer.MIN_VALUE : floorOf(floor))) {
                floor = candidate;
            }
            if (capOf(candidate) < (cap == null ? Integer.MAX_VALUE : capOf(cap))) {
                cap = candidate;
            }
        }
        if (floor != null && floorOf(floor) > score.shown) {
            move(account, score, floor, floorOf(floor));
        }
        if (cap != null && capOf(cap) < score.shown) {
            move(account, score, cap, capOf(cap));
        }
    }

    private static int floorOf(AccountCase.Fired<CapsFact> cap) {
        java.math.BigDecimal atLeast = cap.fact().row().atLeast();
        return atLeast == null ? Integer.MIN_VALUE : Hundredths.of(atLeast);
    }

    private static int capOf(AccountCase.Fired<CapsFact> cap) {
        java.math.BigDecimal atMost = cap.fact().row().atMost();
        return atMost == null ? Integer.MAX_VALUE : Hundredths.of(atMost);
    }

    private static void move(AccountCase account, Scorecard.Score score, AccountCase.Fired<CapsFact> cap, int to) {
        int from = score.shown == null ? to : score.shown;
        Map<String, @Nullable Object> effect = account.effect(cap.firing());
        Object earlier = effect.get("points");
        int points = to - from + (earlier instanceof java.math.BigDecimal sum ? Hundredths.of(sum) : 0);
        effect.put("points", Hundredths.toDecimal(points));
        score.contributions.add(new Contribution(
                score.name,
                null,
                null,
                null,
                null,
                null,
                Hundredths.toDecimal(to - from),
                cap.fact().head().ruleId()));
        score.shown = to;
    }
}
