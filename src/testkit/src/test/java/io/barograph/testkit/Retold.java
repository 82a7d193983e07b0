package io.barograph.testkit;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import java.util.List;
import java.util.Objects;

/** Decisions told anew. */
public final class Retold {

    private Retold() {}

    /** The same decision, of which nothing has been told yet. */
    public static Decision anew(Decision decision) {
        return Objects.requireNonNull(decision.renderer())
                .tell(
                        decision.accountId(),
                        decision.asOf(),
                        decision.model(),
                        Objects.requireNonNull(decision.outcome()));
    }

    /** The same decision with other issues; it no longer knows the outcome it was made of. */
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
