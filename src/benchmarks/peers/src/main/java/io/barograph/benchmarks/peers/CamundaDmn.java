package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Camunda's DMN engine: one DMN file, its own evaluation events for what fired. */
final class CamundaDmn implements Entrant {

    private String file = "";

    @Override
    public void write(PlainTask task) {
        file = DmnFile.write(task, false);
    }

    @Override
    public Ready load(PlainTask task) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        List<String> fired = new ArrayList<>();
        configuration.setCustomPostDecisionEvaluationListeners(List.of(event -> note(event, fired)));
        DmnEngine engine = configuration.buildEngine();
        Map<String, DmnDecision> decisions = new HashMap<>();
        engine.parseDecisions(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .forEach(decision -> decisions.put(decision.getKey(), decision));
        return new Loaded(engine, decisions, fired);
    }

    private static void note(DmnDecisionEvaluationEvent event, List<String> fired) {
        event.getRequiredDecisionResults().forEach(required -> note(required, fired));
        note(event.getDecisionResult(), fired);
    }

    private static void note(DmnDecisionLogicEvaluationEvent event, List<String> fired) {
        if (event instanceof DmnDecisionTableEvaluationEvent table) {
            for (DmnEvaluatedDecisionRule rule : table.getMatchingRules()) {
                fired.add(rule.getId());
            }
        }
    }

    private static final class Loaded implements Ready {

        private final DmnEngine engine;
        private final Map<String, DmnDecision> decisions;
        private final List<String> fired;
        private int[][] taken = {};
        private int overall;
        private String band = "";

        Loaded(DmnEngine engine, Map<String, DmnDecision> decisions, List<String> fired) {
            this.engine = engine;
            this.decisions = decisions;
            this.fired = fired;
        }

        @Override
        public void take(int[][] accounts) {
            taken = accounts;
        }

        @Override
        public void decide(int from, int to) {
            for (int account = from; account < to; account++) {
                evaluate(account);
            }
        }

        @Override
        public PlainAnswer answer(int account) {
            evaluate(account);
            return new PlainAnswer(
                    overall,
                    band,
                    fired.stream().sorted().sorted(CamundaDmn::byTable).toList());
        }

        /** The score once, since each evaluation computes what it requires anew; then the tables that ask for it. */
        private void evaluate(int account) {
            fired.clear();
            Map<String, Object> variables = new HashMap<>();
            int[] readings = taken[account];
            for (int i = 0; i < readings.length; i++) {
                variables.put(DmnFile.input(i), readings[i] / 10.0);
            }
            Object score =
                    engine.evaluateDecision(decisions.get("overall"), variables).getSingleEntry();
            overall = ((Number) score).intValue();
            engine.evaluateDecisionTable(decisions.get("flags"), variables);
            variables.put("overall", overall);
            band = engine.evaluateDecisionTable(decisions.get("band"), variables)
                    .getSingleEntry();
            engine.evaluateDecisionTable(decisions.get("playbooks"), variables);
        }
    }

    private static int byTable(String one, String other) {
        return Integer.compare(table(one), table(other));
    }

    private static int table(String ruleId) {
        return List.of("SC", "TH", "SG", "PB").indexOf(ruleId.substring(0, 2));
    }
}
