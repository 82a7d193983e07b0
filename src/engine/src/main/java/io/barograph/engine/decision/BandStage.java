package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.BandReview;
import io.barograph.engine.ruleset.fact.CappedAccount;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which band each score is in: Thresholds, then caps on bands, then guardrails. */
final class BandStage implements Stage {

    private final VocabularyValues vocabulary;
    private final Reviews reviews;

    BandStage(VocabularyValues vocabulary, Guardrails guardrails) {
        this.vocabulary = vocabulary;
        this.reviews = new Reviews(Place.BANDS, guardrails);
    }

    @Override
    public AccountFact enter(AccountCase account) {
        Scorecard scorecard = account.scorecard();
        vocabulary.set(account, Term.Kind.SCORE, term -> {
            Scorecard.Score score = scorecard.score(VocabularyValues.score(term));
            return score == null ? null : score.shownDecimal();
        });
        vocabulary.set(account, Term.Kind.CONFIDENCE, term -> confidence(account));
        vocabulary.set(account, Term.Kind.CHANGE_IN_SCORE, term -> {
            Scorecard.Score score = scorecard.score(VocabularyValues.score(term));
            BigDecimal now = score == null ? null : score.shownDecimal();
            return now == null
                    ? null
                    : account.past.change(VocabularyValues.score(term), now, term.days(), term.percent());
        });
        return new CappedAccount(
                account.plan().key(),
                account.handOver(Table.THRESHOLDS),
                account.log,
                bandedScores(account),
                previousBands(account));
    }

    /** Low under the minimum coverage, otherwise high from 80 %, medium below. */
    static String confidence(AccountCase account) {
        BigDecimal coverage = account.scorecard().overall().coverage;
        if (coverage.compareTo(account.plan().model().minimumCoverage()) < 0) {
            return "low";
        }
        return coverage.compareTo(BigDecimal.valueOf(80)) >= 0 ? "high" : "medium";
    }

    private static Map<String, BigDecimal> bandedScores(AccountCase account) {
        BigDecimal minimum = account.plan().model().minimumCoverage();
        Map<String, BigDecimal> scores = new HashMap<>();
        for (Scorecard.Score score : account.scorecard().scores()) {
            BigDecimal shown = score.shownDecimal();
            if (shown != null && score.coverage.compareTo(minimum) >= 0) {
                scores.put(score.key, shown);
            }
        }
        return scores;
    }

    private static Map<String, String> previousBands(AccountCase account) {
        Map<String, String> bands = new HashMap<>();
        for (Scorecard.Score score : account.scorecard().scores()) {
            String band = account.past.previousBand(score.name);
            if (band != null) {
                bands.put(score.key, Names.fold(band));
            }
        }
        return bands;
    }

    @Override
    public void leave(AccountCase account) {
        Map<String, BigDecimal> banded = bandedScores(account);
        for (AccountCase.Fired<ThresholdsFact> fired : account.fired(ThresholdsFact.class)) {
            Row.ThresholdRow row = fired.fact().row();
            String key = fired.fact().getTarget();
            account.bands.put(key, new Bands.Band(row.band(), row.ladder()));
            BigDecimal score = banded.get(key);
            boolean reached = row.from() == null || (score != null && score.compareTo(row.from()) >= 0);
            Map<String, @Nullable Object> effect = account.effect(fired.firing());
            effect.put("score", row.score());
            effect.put("band", row.band());
            effect.put("kept", !reached);
        }
        for (Scorecard.Score score : account.scorecard().scores()) {
            if (account.plan().isBanded(score.key) && !banded.containsKey(score.key)) {
                account.bands.put(score.key, Bands.Band.unknown());
            }
            capBand(account, score);
        }
    }

    private static void capBand(AccountCase account, Scorecard.Score score) {
        Bands.Band band = account.bands.get(score.key);
        if (band == null) {
            return;
        }
        AccountCase.Fired<CapsFact> lowest = null;
        int depth = band.depth(band.shown());
        for (AccountCase.Fired<CapsFact> cap : account.fired(CapsFact.class)) {
            String atMost = cap.fact().row().bandAtMost();
            if (atMost != null && Names.same(cap.fact().row().score(), score.name) && band.depth(atMost) > depth) {
                lowest = cap;
                depth = band.depth(atMost);
            }
        }
        if (lowest != null) {
            account.bands.put(score.key, band.lowerTo(band.ladder().get(depth)));
            account.effect(lowest.firing()).put("lowered", true);
        }
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
            Bands.Band band = account.bands.get(Names.fold(cap.score()));
            boolean lowers = band != null && band.isAbove(cap.band());
            if (band != null && lowers) {
                account.bands.put(Names.fold(cap.score()), band.lowerTo(cap.band()));
            }
            effect.put("score", cap.score());
            effect.put("band_at_most", cap.band());
            effect.put("lowered", lowers);
        } else if (action instanceof GuardrailFiring.Action.RaiseFlag flag) {
            account.flags.add(new RaisedFlag(flag.flag(), flag.severity(), ruleId));
            effect.put("flag", flag.flag());
            effect.put("severity", flag.severity());
        }
        return effect;
    }
}
