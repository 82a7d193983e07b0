package io.barograph.engine.decision;

import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Matcher;
import io.barograph.engine.ruleset.PlainMatcher;
import io.barograph.engine.ruleset.fact.AccountFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores an account by the same stages as a decision, up to caps, with a matcher that needs no session. */
final class Rescoring {

    private final Matcher matcher;
    private final Stage segment;
    private final MeasureStage measure;
    private final Stage caps;
    private final Stage banding;

    Rescoring(ModelPlan model) {
        this.matcher = new PlainMatcher(model.rows());
        this.segment = new SegmentStage(model);
        this.measure = new MeasureStage(model);
        this.caps = new CapStage(model);
        this.banding = new BandStage(model, Guardrails.NONE);
    }

    /** Finds the account's segment and tier. */
    void place(AccountCase account) {
        pass(segment, account);
    }

    /** The processed values of an account that has been placed, by field. */
    @Nullable Object[] processed(AccountCase account) {
        return measure.processed(account);
    }

    /**
     * The overall band of an account that has been placed, as its workbook alone gives it.
     *
     * @return null when it has none
     */
    Bands.@Nullable Band band(AccountCase account) {
        if (overall(account) == Scorecard.NONE) {
            return null;
        }
        pass(banding, account);
        return account.bands[SegmentPlan.OVERALL];
    }

    /** The overall score shown of an account that has been placed, in hundredths; {@link Scorecard#NONE} when it has none. */
    int overall(AccountCase account) {
        if (!account.goesOn()) {
            return Scorecard.NONE;
        }
        pass(measure, account);
        pass(caps, account);
        return account.scorecard().overall();
    }

    private void pass(Stage stage, AccountCase account) {
        AccountFact fact = stage.enter(account);
        if (fact != null) {
            matcher.fire(List.of(fact));
        }
        stage.leave(account);
    }
}
