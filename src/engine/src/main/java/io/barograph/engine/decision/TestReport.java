package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import java.util.List;

/**
 * What came of a model's Tests sheets.
 *
 * @param outcomes by workbook, then sheet order; none when tests were not run
 * @param untested sheets with rows that no test fires
 */
public record TestReport(List<TestOutcome> outcomes, List<UntestedSheet> untested) {

    /** Of a model without tests, or one with other errors. */
    public static final TestReport NONE = new TestReport(List.of(), List.of());

    /**
     * A sheet with rules that no test fires.
     *
     * @param rules their Rule IDs, in sheet order
     * @param of how many active rules the sheet has that tests could fire
     */
    public record UntestedSheet(CellAddress sheet, List<String> rules, int of) {
        public UntestedSheet {
            rules = List.copyOf(rules);
        }
    }

    public TestReport {
        outcomes = List.copyOf(outcomes);
        untested = List.copyOf(untested);
    }

    public long passed() {
        return outcomes.stream().filter(TestOutcome::passed).count();
    }

    public long failed() {
        return outcomes.size() - passed();
    }
}
