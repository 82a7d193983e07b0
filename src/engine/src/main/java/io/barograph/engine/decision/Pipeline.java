package io.barograph.engine.decision;

import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Matcher;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import java.util.ArrayList;
import java.util.List;

/** The stages of a decision, in order. */
final class Pipeline {

    private final List<Stage> stages;
    private final Rescoring rescoring;

    Pipeline(ModelPlan model, Guardrails guardrails) {
        this.rescoring = new Rescoring(model);
        this.stages = List.of(
                new SegmentStage(model),
                new MeasureStage(model),
                new CapStage(model),
                new BandStage(model, guardrails),
                new CalibrationStage(model),
                new TrendStage(),
                new SignalStage(model),
                new CohortStage(model),
                new PlaybookStage(model, guardrails),
                new EscalationStage(model),
                new ChangeStage(rescoring));
    }

    /** Scores accounts without a session, as the stages do. */
    Rescoring rescoring() {
        return rescoring;
    }

    private Pipeline(List<Stage> stages, Rescoring rescoring) {
        this.stages = List.copyOf(stages);
        this.rescoring = rescoring;
    }

    /** The same but for why the score moved, which takes several decisions more. */
    Pipeline withoutChanges() {
        return new Pipeline(
                stages.stream().filter(stage -> !(stage instanceof ChangeStage)).toList(), rescoring);
    }

    /** Takes accounts through all stages together. When this throws, a rule failed and the session is spent. */
    void run(List<AccountCase> accounts, Matcher matcher) {
        List<AccountFact> facts = new ArrayList<>(accounts.size());
        List<GuardrailFact> reviews = new ArrayList<>();
        for (Stage stage : stages) {
            facts.clear();
            for (AccountCase account : accounts) {
                AccountFact fact = stage.concerns(account) ? stage.enter(account) : null;
                if (fact != null) {
                    facts.add(fact);
                }
            }
            if (!facts.isEmpty()) {
                matcher.fire(facts);
            }
            reviews.clear();
            for (AccountCase account : accounts) {
                if (stage.concerns(account)) {
                    stage.leave(account);
                    reviews.addAll(stage.review(account));
                }
            }
            if (!reviews.isEmpty()) {
                matcher.review(reviews);
            }
            for (AccountCase account : accounts) {
                if (stage.concerns(account)) {
                    stage.conclude(account);
                }
            }
        }
    }
}
