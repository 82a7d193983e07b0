package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.MeasuredAccount;
import io.barograph.engine.ruleset.fact.ScoringFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each indicator's processed value is, what it scores, and which context factors apply; then all scores. */
final class MeasureStage implements Stage {

    private final VocabularyValues vocabulary;

    MeasureStage(VocabularyValues vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public AccountFact enter(AccountCase account) {
        SegmentPlan plan = account.plan();
        if (!account.processedGiven) {
            account.processed.putAll(Processing.all(account));
        }
        vocabulary.set(
                account,
                Term.Kind.INDICATOR,
                term -> account.processed.get(VocabularyValues.field(term).name()));
        vocabulary.set(account, Term.Kind.SEGMENT, term -> account.segment);
        vocabulary.set(account, Term.Kind.TIER, term -> account.tier);
        reportStale(account, plan.model());
        return new MeasuredAccount(plan.key(), account.handOver(Table.SCORING), account.log);
    }

    private static void reportStale(AccountCase account, SegmentModel model) {
        for (Row.IndicatorRow row : model.indicators()) {
            Field field = VocabularyValues.field(row.term());
            List<Inputs.Reading> readings = account.inputs.readings(field);
            if (!readings.isEmpty() && Processing.isTooOld(readings.get(0), row, account.asOf())) {
                account.issues.add(new DecisionIssue(
                        "stale",
                        "`" + field.label() + "` was last observed on "
                                + readings.get(0).date() + ", more than " + row.maxAgeDays() + " days before "
                                + account.asOf(),
                        field.name()));
            }
        }
    }

    @Override
    public void leave(AccountCase account) {
        for (AccountCase.Fired<IndicatorsFact> fired : account.fired(IndicatorsFact.class)) {
            BigDecimal score = fired.fact().row().ifMissing();
            if (score != null) {
                subScore(account, fired.fact().row().term(), Hundredths.of(score));
            }
        }
        for (AccountCase.Fired<ScoringFact> fired : account.fired(ScoringFact.class)) {
            Row.ScoringRow row = fired.fact().row();
            Object value = fired.firing().values()[row.term().slot()];
            subScore(account, row.term(), score(row, value));
        }
        Factors factors = new Factors();
        for (AccountCase.Fired<ContextFact> fired : account.fired(ContextFact.class)) {
            factors.add(fired.fact().row());
        }
        account.conclude(Table.CONTEXT);
        account.scorecard = Scorecard.of(
                account.plan(), account.subScores, factors, field -> account.processed.containsKey(field.name()));
    }

    private static void subScore(AccountCase account, Term term, int hundredths) {
        account.subScores.put(VocabularyValues.field(term).name(), hundredths);
    }

    /** The row's score, or its place on the row's linear run: from + (v − lo) ÷ (hi − lo) × (end − from). */
    private static int score(Row.ScoringRow row, @Nullable Object value) {
        Row.Ramp ramp = row.ramp();
        if (ramp == null || !(value instanceof BigDecimal number)) {
            return Hundredths.of(row.score());
        }
        BigDecimal width = ramp.to().subtract(ramp.from());
        BigDecimal rise = ramp.scoreAtEnd().subtract(row.score());
        BigDecimal numerator =
                row.score().multiply(width).add(number.subtract(ramp.from()).multiply(rise));
        return numerator.divide(width, 2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }
}
