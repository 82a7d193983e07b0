package io.barograph.engine.model.parse;

import io.barograph.engine.issue.Issues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every row of Segments, of Account tiers and of Cohorts can be reached. */
final class ReachabilityCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        check(workbook.table(SegmentsTable.KIND));
        check(workbook.table(TiersTable.KIND));
        check(workbook.table(CohortsTable.KIND));
    }

    private static void check(@Nullable ParsedTable<?> table) {
        if (table == null || !table.hasSoundConditions()) {
            return;
        }
        List<Case> cases = table.sources().stream().map(Case::of).toList();
        if (!cases.isEmpty()) {
            FirstMatch.check(cases, table.table().domains());
        }
    }
}
