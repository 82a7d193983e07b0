package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: one DMN file, one evaluation an account, what fired from its own events. */
final class KieDmn implements Entrant {

    private String file = "";

    @Override
    public void write(PlainTask task) {
        file = DmnFile.write(task, true);
    }

    @Override
    public Ready load(PlainTask task) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(file));
        resource.setSourcePath("plain.dmn");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(failure -> new IllegalStateException("the DMN file does not load", failure));
        DMNModel model = runtime.getModel(DmnFile.NAMESPACE, "plain");
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        return new Loaded(task, runtime, model);
    }

    /** Notes the ids of rules that fired. */
    private static final class Log implements DMNRuntimeEventListener {

        private final Map<String, List<String>> ids = new HashMap<>();
        private List<String> fired = new ArrayList<>();

        Log(PlainTask task) {
            for (int i = 0; i < PlainTask.INDICATORS; i++) {
                List<String> rules = new ArrayList<>();
                for (int range = 0; range < task.ranges(); range++) {
                    rules.add(PlainTask.scoringRule(i, range));
                }
                ids.put(DmnFile.score(i), rules);
            }
            ids.put("band", task.bands().stream().map(PlainTask.Band::ruleId).toList());
            ids.put(
                    "flags",
                    task.signals().stream().map(PlainTask.Signal::ruleId).toList());
            ids.put(
                    "playbooks",
                    task.playbooks().stream().map(PlainTask.Playbook::ruleId).toList());
        }

        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            List<String> rules = ids.get(event.getNodeName());
            if (rules == null) {
                throw new IllegalStateException("no table `" + event.getNodeName() + "`");
            }
            for (int row : event.getSelected()) {
                fired.add(rules.get(row - 1));
            }
        }
    }

    private static final class Loaded implements Ready {

        private final PlainTask task;
        private final DMNRuntime runtime;
        private final DMNModel model;
        private final Log log;
        private int[][] taken = {};

        Loaded(PlainTask task, DMNRuntime runtime, DMNModel model) {
            this.task = task;
            this.runtime = runtime;
            this.model = model;
            this.log = new Log(task);
            runtime.addListener(log);
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
            DMNResult result = evaluate(account);
            List<String> order = Order.of(task);
            return new PlainAnswer(
                    ((BigDecimal) result.getDecisionResultByName("overall").getResult()).intValueExact(),
                    String.valueOf(result.getDecisionResultByName("band").getResult()),
                    log.fired.stream()
                            .sorted(java.util.Comparator.comparingInt(order::indexOf))
                            .toList());
        }

        private DMNResult evaluate(int account) {
            log.fired = new ArrayList<>(64);
            DMNContext context = runtime.newContext();
            int[] readings = taken[account];
            for (int i = 0; i < readings.length; i++) {
                context.set(DmnFile.input(i), BigDecimal.valueOf(readings[i], 1));
            }
            return runtime.evaluateAll(model, context);
        }
    }
}
