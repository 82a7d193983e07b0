package io.barograph.engine.decision;

import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Matcher;
import io.barograph.engine.ruleset.fact.AccountFact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores an account by the same stages as a decision, up to caps, with a matcher that needs no session. */
final class Rescoring {

    private final Matcher matcher;
    private final Stage segment;
    private final List<Stage> scoring;
    private final Stage banding;

    /** @param plans by folded segment name */
    Rescoring(VocabularyValues vocabulary, Map<String, SegmentPlan> plans, Matcher matcher) {
        this.matcher = matcher;
        this.segment = new SegmentStage(vocabulary, plans);
        this.scoring = List.of(new MeasureStage(vocabulary), new CapStage(vocabulary));
        this.banding = new BandStage(vocabulary, Guardrails.NONE);
    }

    /** Finds the account's segment and tier. */
    void place(AccountCase account) {
        pass(segment, account);
    }

    /**
     * The overall band of an account that has been placed, as its workbook alone gives it.
     *
     * @return null when it has none
     */
    Bands.@Nullable Band band(AccountCase account) {
        if (overall(account) == null) {
            return null;
        }
        pass(banding, account);
        return account.bands.get(account.scorecard().overall().key);
    }

    /**
     * The overall score shown of an account that has been placed, in hundredths.
     *
     * @return null when it has none
     */
    @Nullable Integer overall(AccountCase account) {
        for (Stage stage : scoring) {
            if (stage.concerns(account)) {
                pass(stage, account);
            }
        }
        return account.goesOn() ? account.scorecard().overall().shown : null;
    }

    private void pass(Stage stage, AccountCase account) {
        AccountFact fact = stage.enter(account);
        if (fact != null) {
            matcher.fire(List.of(fact));
        }
        stage.leave(account);
    }
}
