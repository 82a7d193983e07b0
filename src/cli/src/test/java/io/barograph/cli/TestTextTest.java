package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.issue.CellAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTextTest {

    private static CellAddress cell(int row, int column) {
        return new CellAddress("smb.xlsx", "Tests", row, column);
    }

    private final TestReport report = new TestReport(
            List.of(
                    new TestOutcome(cell(2, 1), "TE-1: a healthy account", List.of()),
                    new TestOutcome(
                            cell(3, 1),
                            "TE-2: a fall",
                            List.of(new TestFailure(cell(3, 5), "Overall", ">= 75", "71.25", "3.75 short")))),
            List.of());

    @Test
    void listsOnlyWhatFailedUnlessAskedForAll() {
        assertThat(TestText.of(report, false).lines())
                .containsExactly(
                        "FAIL  smb.xlsx!Tests!A3  TE-2: a fall",
                        "      expected Overall `>= 75`, found 71.25, 3.75 short",
                        "tests: 1 passed, 1 failed");
        assertThat(TestText.of(report, true).lines())
                .startsWith("pass  smb.xlsx!Tests!A2  TE-1: a healthy account")
                .hasSize(4);
    }

    @Test
    void countsRulesThatNoTestFiresAndNamesThemWhenAsked() {
        TestReport untested = new TestReport(
                report.outcomes(),
                List.of(
                        new TestReport.UntestedSheet(
                                CellAddress.ofSheet("smb.xlsx", "Scoring"), List.of("SC-2", "SC-7"), 9),
                        new TestReport.UntestedSheet(CellAddress.ofSheet("smb.xlsx", "Caps"), List.of("CP-1"), 1)));

        assertThat(TestText.of(untested, false).lines())
                .endsWith(
                        "tests: 1 passed, 1 failed",
                        "rules that no test fires (`--tests` names them):",
                        "  smb.xlsx: Scoring 2 of 9, Caps 1 of 1");
        assertThat(TestText.of(untested, true).lines())
                .endsWith("rules that no test fires:", "  smb.xlsx › Scoring: SC-2, SC-7", "  smb.xlsx › Caps: CP-1");
    }

    @Test
    void saysNothingWithoutTests() {
        assertThat(TestText.of(TestReport.NONE, true)).isEmpty();
    }
}
