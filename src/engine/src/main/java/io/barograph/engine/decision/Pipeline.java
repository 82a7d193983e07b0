package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Matcher;
import io.barograph.engine.ruleset.PlainMatcher;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stages of a decision, in order. */
final class Pipeline {

    private final List<Stage> stages;
    private final Rescoring rescoring;

    Pipeline(Model model, Guardrails guardrails) {
        VocabularyValues vocabulary = new VocabularyValues(model);
        Map<String, SegmentPlan> plans = OutcomeRenderer.plans(model);
        this.rescoring = new Rescoring(vocabulary, plans, new PlainMatcher(model));
        this.stages = List.of(
                new SegmentStage(vocabulary, plans),
                new MeasureStage(vocabulary),
                new CapStage(vocabulary),
                new BandStage(vocabulary, guardrails),
                new CalibrationStage(vocabulary),
                new TrendStage(),
                new SignalStage(vocabulary),
                new CohortStage(vocabulary),
                new PlaybookStage(vocabulary, guardrails),
                new EscalationStage(vocabulary),
                new ChangeStage(model, rescoring));
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
        for (Stage stage : stages) {
            List<AccountCase> taking = accounts.stream().filter(stage::concerns).toList();
            List<AccountFact> facts = new ArrayList<>();
            for (AccountCase account : taking) {
                AccountFact fact = stage.enter(account);
                if (fact != null) {
                    facts.add(fact);
                }
            }
            if (!facts.isEmpty()) {
                matcher.fire(facts);
            }
            List<GuardrailFact> reviews = new ArrayList<>();
            for (AccountCase account : taking) {
                stage.leave(account);
                reviews.addAll(stage.review(account));
            }
            if (!reviews.isEmpty()) {
                matcher.review(reviews);
            }
            taking.forEach(stage::conclude);
        }
    }
}
