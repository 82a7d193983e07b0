package io.barograph.testkit;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import java.util.List;

/** Decisions that were told: they no longer know the outcome they were made of. */
public final class Retold {

    private Retold() {}

    /** The same decision with other issues. */
    public static Decision with(Decision decision, List<DecisionIssue> issues) {
        return new Decision(
                decision.accountId(),
                decision.asOf(),
                decision.status(),
                decision.model(),
                decision.segment(),
                decision.tier(),
                decision.scores(),
                decision.bands(),
                decision.coverage(),
                decision.confidence(),
                decision.probabilities(),
                decision.arrAtRisk(),
                decision.flags(),
                decision.cohort(),
                decision.playbooks(),
                decision.escalations(),
                decision.contributions(),
                decision.changes(),
                decision.fired(),
                issues);
    }
}
