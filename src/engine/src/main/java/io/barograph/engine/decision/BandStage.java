package io.barograph.engine.decision;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.BandReview;
import io.barograph.engine.ruleset.fact.CappedAccount;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoreOrder;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which band each score is in: Thresholds, then caps on bands, then guardrails. */
final class BandStage implements Stage {

    private final VocabularyValues vocabulary;
    private final Reviews reviews;

    BandStage(ModelPlan model, Guardrails guardrails) {
        this.vocabulary = model.vocabulary();
        this.reviews = new Reviews(GuardrailStage.BANDS, guardrails);
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        Scorecard scorecard = account.scorecard();
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.SCORE)) {
            vocabulary.put(account, term.last(), shown(account, term));
        }
        vocabulary.set(
                account,
                Term.Kind.CONFIDENCE,
                term -> account.plan().confidence(scorecard.coverage()[SegmentPlan.OVERALL]));
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.CHANGE_IN_SCORE)) {
            BigDecimal now = account.past.isEmpty() ? null : shown(account, term);
            vocabulary.put(
                    account,
                    term.last(),
                    now == null
                            ? null
                            : account.past.change(
                                    term.score(),
                                    now,
                                    term.term().days(),
                                    term.term().percent()));
        }
        Near near = account.near(Table.THRESHOLDS);
        return near.isEmpty()
                ? null
                : new CappedAccount(account.cells, near, bandedScores(account), previousBands(account));
    }

    private static @Nullable BigDecimal shown(AccountCase account, VocabularyValues.Filled term) {
        int score = account.plan().scores().find(term.score());
        return score == Scorecard.NONE ? null : account.scorecard().shownDecimal(score);
    }

    private static int[] bandedScores(AccountCase account) {
        int[] scores = account.scorecard().shown().clone();
        for (int score = 0; score < scores.length; score++) {
            if (!account.scorecard().isBanded(score)) {
                scores[score] = CappedAccount.NONE;
            }
        }
        return scores;
    }

    private static @Nullable String[] previousBands(AccountCase account) {
        ScoreOrder order = account.plan().scores();
        @Nullable String[] bands = new @Nullable String[order.count()];
        for (int score = 0; score < bands.length && !account.past.isEmpty(); score++) {
            String band = account.past.previousBand(order.key(score));
            bands[score] = band == null ? null : account.model.text(band).folded();
        }
        return bands;
    }

    @Override
    public void leave(AccountCase account) {
        int scores = account.plan().scores().count();
        account.thresholds = new @Nullable ThresholdsFact[scores];
        account.bands = new Bands.@Nullable Band[scores];
        for (int i = account.concluded(); i < account.log().size(); i++) {
            RowFact fired = account.log().row(i);
            if (fired instanceof ThresholdsFact row) {
                account.thresholds[row.getScore()] = row;
                account.bands[row.getScore()] = account.model.band(row);
            }
        }
        List<CapsFact> caps = account.fired(Table.CAPS, CapsFact.class);
        for (int score = 0; score < scores; score++) {
            Bands.Band band = account.bands[score];
            if (account.plan().isBanded(score) && !account.scorecard().isBanded(score)) {
                account.bands[score] = Bands.Band.unknown();
            } else if (band != null && !caps.isEmpty()) {
                account.bands[score] = Bounding.lowered(band, Bounding.on(score, caps));
            }
        }
        account.conclude();
    }

    @Override
    public List<GuardrailFact> review(AccountCase account) {
        return reviews.isEmpty()
                ? List.of()
                : List.of(reviews.keep(account, new BandReview(Reviews.standing(account))));
    }

    @Override
    public void conclude(AccountCase account) {
        reviews.settle(account, BandStage::act);
    }

    private static Map<String, @Nullable Object> act(
            AccountCase account, String ruleId, GuardrailFiring.Action action) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        if (action instanceof GuardrailFiring.Action.CapBand cap) {
            int score = account.plan().scores().find(Names.fold(cap.score()));
            Bands.Band band = score == Scorecard.NONE ? null : account.bands[score];
            boolean lowers = band != null && band.isAbove(cap.band());
            if (band != null && lowers) {
                account.bands[score] = band.lowerTo(cap.band());
            }
            effect.put("score", cap.score());
            effect.put("band_at_most", cap.band());
            effect.put("lowered", lowers);
        } else if (action instanceof GuardrailFiring.Action.RaiseFlag flag) {
            account.raise(flag.flag(), flag.severity());
            effect.put("flag", flag.flag());
            effect.put("severity", flag.severity());
        }
        return effect;
    }
}
