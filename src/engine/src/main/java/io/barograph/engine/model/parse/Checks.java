package io.barograph.engine.model.parse;

import io.barograph.engine.issue.Issues;
import java.util.List;

/** Everything that is checked between rows, in one place. */
final class Checks {

    private Checks() {}

    /** @param guarded whether the model has guardrails */
    static void run(List<ParsedWorkbook> workbooks, boolean guarded, Issues issues) {
        List<Check> checks = List.of(
                new RuleIdsCheck(),
                new CatchAllCheck(),
                new ReachabilityCheck(),
                new SegmentSettingCheck(),
                new DuplicateRowsCheck(),
                new ScoringCoverageCheck(),
                new MissingScoreCheck(),
                new WeightsSumCheck(),
                new DimensionsCheck(),
                new ScoredAndWeightedCheck(),
                new ContextCheck(),
                new CapsCheck(),
                new BandsCheck(),
                new ProcessingCheck(),
                new ScoringDirectionCheck(),
                new CalibrationCheck(),
                new ContradictionCheck(),
                new FlagsCheck(guarded),
                new SuppressionCheck(),
                new ExpectedValueCheck(),
                new EscalationsCheck(),
                new AbsentSheetsCheck(),
                new TestsCheck());
        workbooks.forEach(workbook -> checks.forEach(check -> check.run(workbook, issues)));
        SegmentsAndWorkbooks.check(workbooks, issues);
    }
}
