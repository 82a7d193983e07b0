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
        this.reviews = new Reviews(GuardrailStage.BANDS, guardrails);
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

    static String confidence(AccountCase account) {
        return account.plan().confidence(Hundredths.of(account.scorecard().overall().coverage));
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
        List<CapsFact> caps = account.rows(CapsFact.class);
        for (ThresholdsFact fired : account.rows(ThresholdsFact.class)) {
            account.bands.put(fired.getTarget(), Bands.Band.of(fired.row()));
            account.thresholds.put(fired.getTarget(), fired.row());
        }
        for (Scorecard.Score score : account.scorecard().scores()) {
            if (account.plan().isBanded(score.key) && !banded.containsKey(score.key)) {
                account.bands.put(score.key, Bands.Band.unknown());
            }
            capBand(account, score, CapStage.on(score, caps));
        }
        account.conclude(Table.THRESHOLDS);
    }

    private static void capBand(AccountCase account, Scorecard.Score score, List<CapsFact> caps) {
        Bands.Band band = account.bands.get(score.key);
        CapsFact lowering = band == null ? null : Bounding.lowering(band, caps);
        if (band != null && lowering != null && lowering.row().bandAtMost() != null) {
            account.bands.put(score.key, band.lowerTo(lowering.row().bandAtMost()));
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
            account.raise(flag.flag(), flag.severity());
            effect.put("flag", flag.flag());
            effect.put("severity", flag.severity());
        }
        return effect;
    }
}
