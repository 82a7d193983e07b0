package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainTask;
import java.util.ArrayList;
import java.util.List;

/** The order in which answers list what fired, for tools that fire in another. */
final class Order {

    private Order() {}

    /** Every rule id: Scoring by indicator, Thresholds, Signals, Playbooks. */
    static List<String> of(PlainTask task) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            for (int range = 0; range < task.ranges(); range++) {
                ids.add(PlainTask.scoringRule(i, range));
            }
        }
        task.bands().forEach(row -> ids.add(row.ruleId()));
        task.signals().forEach(row -> ids.add(row.ruleId()));
        task.playbooks().forEach(row -> ids.add(row.ruleId()));
        return ids;
    }
}
