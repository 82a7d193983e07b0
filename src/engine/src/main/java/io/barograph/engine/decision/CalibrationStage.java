package io.barograph.engine.decision;

import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What the score and its band mean: probabilities, ARR at risk, days in the band. Arithmetic only, no table fires. */
final class CalibrationStage implements Stage {

    private static final int MONEY_DECIMALS = 2;

    private final VocabularyValues vocabulary;

    CalibrationStage(ModelPlan model) {
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        BigDecimal overall = account.scorecard().shownDecimal(SegmentPlan.OVERALL);
        if (overall != null) {
            account.churn = account.plan().calibration().churn(overall);
            account.expansion = account.plan().calibration().expansion(overall);
        }
        BigDecimal arr = vocabulary.arr(account);
        if (account.churn != null && arr != null) {
            account.arrAtRisk = money(account.churn.multiply(arr));
        }
        vocabulary.set(account, Term.Kind.BAND, term -> {
            int score = account.plan().scores().find(term.score());
            return score == Scorecard.NONE ? null : account.band(score);
        });
        vocabulary.set(account, Term.Kind.BAND_ENTERED, term -> bandEntered(account));
        vocabulary.set(account, Term.Kind.DAYS_IN_BAND, term -> {
            String band = account.band(SegmentPlan.OVERALL);
            return band == null ? null : BigDecimal.valueOf(account.past.daysInBand(SegmentPlan.OVERALL_KEY, band));
        });
        vocabulary.set(account, Term.Kind.CHURN_PROBABILITY, term -> account.churn);
        vocabulary.set(account, Term.Kind.EXPANSION_PROBABILITY, term -> account.expansion);
        vocabulary.set(account, Term.Kind.ARR_AT_RISK, term -> account.arrAtRisk);
        return null;
    }

    /** Half-up to hundredths. */
    static BigDecimal money(BigDecimal amount) {
        return Numbers.canonical(amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP));
    }

    /** The new overall band when it differs from the previous one. */
    private static @Nullable String bandEntered(AccountCase account) {
        String band = account.band(SegmentPlan.OVERALL);
        String previous = account.past.previousBand(SegmentPlan.OVERALL_KEY);
        return band == null || (previous != null && Names.same(previous, band)) ? null : band;
    }

    @Override
    public void leave(AccountCase account) {}
}
