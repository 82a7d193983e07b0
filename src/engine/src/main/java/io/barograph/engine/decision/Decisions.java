package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes up the decision of an account that has been through all stages, or as far as it got. */
final class Decisions {

    private Decisions() {}

    static Decision of(AccountCase account, ModelVersion model) {
        if (account.plan == null || account.failed()) {
            return undecided(account, model);
        }
        Scorecard scorecard = account.scorecard();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        Map<String, String> bands = new LinkedHashMap<>();
        List<Contribution> contributions = new ArrayList<>();
        for (Scorecard.Score score : scorecard.scores()) {
            BigDecimal shown = score.shownDecimal();
            if (shown != null) {
                scores.put(score.name, shown);
            }
            Bands.Band band = account.bands.get(score.key);
            if (band != null) {
                bands.put(score.name, band.shown());
            }
            contributions.addAll(score.contributions);
        }
        boolean decided = scores.containsKey(Decision.OVERALL);
        if (!decided) {
            account.issues.add(new DecisionIssue(
                    "no-score", "no dimension that counts towards Overall has a usable indicator", null));
        }
        return new Decision(
                account.snapshot.accountId(),
                account.asOf(),
                decided ? Decision.Status.DECIDED : Decision.Status.UNDECIDED,
                model,
                account.segment,
                account.tier,
                scores,
                bands,
                scorecard.overall().coverage,
                BandStage.confidence(account),
                account.probabilities,
                account.arrAtRisk,
                account.flags,
                account.cohort,
                account.playbooks,
                account.escalations,
                contributions,
                account.changes,
                FiredRules.of(account),
                account.issues);
    }

    private static Decision undecided(AccountCase account, ModelVersion model) {
        return new Decision(
                account.snapshot.accountId(),
                account.asOf(),
                Decision.Status.UNDECIDED,
                model,
                account.segment,
                account.tier,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                FiredRules.of(account),
                account.issues);
    }
}
