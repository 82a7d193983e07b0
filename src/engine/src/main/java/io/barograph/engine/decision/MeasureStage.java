package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.FiringLog;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.MeasuredAccount;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What each indicator's processed value is, what it scores, and which context factors apply; then all scores. */
final class MeasureStage implements Stage {

    private final Fields fields;
    private final VocabularyValues vocabulary;

    MeasureStage(ModelPlan model) {
        this.fields = model.fields();
        this.vocabulary = model.vocabulary();
    }

    @Override
    public @Nullable AccountFact enter(AccountCase account) {
        if (!account.hasProcessed()) {
            account.process(processed(account));
            reportStale(account);
        }
        for (VocabularyValues.Filled term : vocabulary.terms(Term.Kind.INDICATOR)) {
            vocabulary.put(account, term.last(), account.processed(term.field()));
        }
        vocabulary.set(account, Term.Kind.SEGMENT, term -> account.segment);
        vocabulary.set(account, Term.Kind.TIER, term -> account.tier);
        Near near = account.nearMeasures();
        return near.isEmpty() ? null : new MeasuredAccount(account.cells, near);
    }

    /** Of indicators that the segment does not list the newest value. */
    @Nullable Object[] processed(AccountCase account) {
        @Nullable Object[] processed = new @Nullable Object[fields.count()];
        for (int field : fields.indicators()) {
            IndicatorPlan plan = account.plan == null ? null : account.plan.indicator(field);
            processed[field] = plan == null ? account.inputs.newest(field) : plan.processed(account.inputs);
        }
        return processed;
    }

    private void reportStale(AccountCase account) {
        Inputs inputs = account.inputs;
        for (IndicatorPlan plan : account.plan().indicators()) {
            if (account.processed(plan.field()) != null) {
                continue;
            }
            int newest = inputs.newestEntry(plan.field());
            if (newest != Readings.NONE && plan.isTooOld(inputs, newest)) {
                Field field = fields.get(plan.field());
                account.issues.add(new DecisionIssue(
                        "stale",
                        "`" + field.label() + "` was last observed on "
                                + LocalDate.ofEpochDay(inputs.readings().day(newest)) + ", more than "
                                + plan.row().maxAgeDays() + " days before " + account.asOf(),
                        field.name()));
            }
        }
    }

    @Override
    public void leave(AccountCase account) {
        int[] byField = new int[fields.count()];
        Arrays.fill(byField, Scorecard.NONE);
        FiringLog log = account.log();
        int[] subScores = new int[log.size() - account.concluded()];
        int scored = 0;
        Factors factors = new Factors(fields);
        for (int i = account.concluded(); i < log.size(); i++) {
            RowFact fired = log.row(i);
            if (fired instanceof ScoringFact row) {
                ScoreCurve curve = account.model.curve(row);
                int hundredths = curve.at(account.processed(curve.field()));
                byField[curve.field()] = hundredths;
                subScores[scored++] = hundredths;
            } else if (fired instanceof IndicatorsFact row && row.row().ifMissing() != null) {
                int field = fields.of(VocabularyValues.field(row.row().term()));
                byField[field] = Hundredths.of(row.row().ifMissing());
                subScores[scored++] = byField[field];
            } else if (fired instanceof ContextFact row) {
                factors.add(row.row());
            }
        }
        account.subScores = Arrays.copyOf(subScores, scored);
        account.conclude();
        account.scorecard = Scorecard.of(account.plan(), byField, factors, account.processed());
    }
}
