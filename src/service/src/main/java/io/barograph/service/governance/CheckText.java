package io.barograph.service.governance;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.text.Printable;

/** What the check of a version found and what came of its tests, for a terminal of 80 columns. */
final class CheckText {

    private CheckText() {}

    static String of(Compilation compilation) {
        StringBuilder out = new StringBuilder();
        TestReport tests = compilation.tests();
        for (TestOutcome outcome : tests.outcomes()) {
            for (TestFailure failure : outcome.failures()) {
                out.append(Printable.line(outcome.cell() + " " + outcome.test() + ": " + failure.message()))
                        .append('\n');
            }
        }
        out.append("tests: ").append(tests.passed()).append(" passed, ");
        out.append(tests.failed()).append(" failed\n\n");
        return out.append(IssueRenderer.render(compilation.issues(), false)).toString();
    }
}
