package io.barograph.cli;

import io.barograph.engine.decision.TestReport;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.Figures;
import io.barograph.engine.governance.GuardrailPolicy;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.SimulationReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found about a changed model.
 *
 * @param issues of the changed model's check, without those about rules that no test fires
 * @param simulated null when nothing was decided
 * @param breaches guardrails that are passed
 * @param unusable lines of accounts and history that could not be used
 * @param remarks what a reader has to know and does not stand against the change
 */
record GateResult(
        String model,
        List<Issue> issues,
        TestReport tests,
        ModelDiff diff,
        @Nullable Simulated simulated,
        List<Breach> breaches,
        long unusable,
        List<String> remarks) {

    /** What the change does to accounts, and the limits it was held against. */
    record Simulated(SimulationReport report, Figures figures, GuardrailPolicy policy) {}

    GateResult {
        issues = List.copyOf(issues);
        breaches = List.copyOf(breaches);
        remarks = List.copyOf(remarks);
    }

    boolean passes() {
        return objections().isEmpty();
    }

    /** Everything that stands against the change, a line each; none when it may go on. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        issues.stream().filter(Issue::isError).forEach(issue -> objections.add(issue.cell() + ": " + issue.message()));
        diff.unreadable()
                .forEach(file -> objections.add("not compared: " + file.issue().cell() + " of the model " + file.side()
                        + ": " + file.issue().message()));
        breaches.forEach(breach -> objections.add(breach.message()));
        if (unusable > 0) {
            objections.add(
                    unusable == 1
                            ? "one line of accounts could not be used"
                            : unusable + " lines of accounts could not be used");
        }
        return List.copyOf(objections);
    }
}
