package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import java.util.List;

/**
 * What came of one row of a Tests sheet.
 *
 * @param cell where the row starts
 * @param test the row in words
 * @param failures none when the test passed
 */
public record TestOutcome(CellAddress cell, String test, List<TestFailure> failures) {

    public TestOutcome {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
