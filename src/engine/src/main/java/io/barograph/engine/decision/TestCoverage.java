package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules the tests of a model never fire. Workbooks without tests are left alone, and so are rules that no test could fire.
 */
final class TestCoverage {

    /** How many Rule IDs a message names. */
    private static final int NAMED = 5;

    private TestCoverage() {}

    /** @param accounts the tests, decided */
    static List<TestReport.UntestedSheet> untested(Model model, List<AccountCase> accounts, Issues issues) {
        Set<String> fired = new HashSet<>();
        for (AccountCase account : accounts) {
            for (RowFact row : account.log().inOrder()) {
                String id = row.head().ruleId();
                if (id != null) {
                    fired.add(Names.fold(id));
                }
            }
        }
        Set<String> tested = model.segmentModels().stream()
                .filter(segment -> !segment.tests().isEmpty())
                .map(SegmentModel::file)
                .collect(Collectors.toSet());
        boolean allTested = tested.size() == model.segmentModels().size();
        Map<CellAddress, List<String>> rules = new LinkedHashMap<>();
        for (Row row : model.rows()) {
            String id = row.head().ruleId();
            CellAddress cell = row.head().cell();
            boolean ofSegment =
                    model.segmentModels().stream().anyMatch(each -> each.file().equals(cell.file()));
            if (id != null
                    && row.head().table().fires()
                    && Testable.canFire(row)
                    && (ofSegment ? tested.contains(cell.file()) : allTested)) {
                rules.computeIfAbsent(
                                CellAddress.ofSheet(
                                        cell.file(), row.head().table().sheet()),
                                any -> new ArrayList<>())
                        .add(id);
            }
        }
        List<TestReport.UntestedSheet> sheets = new ArrayList<>();
        rules.forEach((sheet, ids) -> {
            List<String> missing =
                    ids.stream().filter(id -> !fired.contains(Names.fold(id))).toList();
            if (!missing.isEmpty()) {
                sheets.add(new TestReport.UntestedSheet(sheet, missing, ids.size()));
                report(sheet, missing, ids.size(), issues);
            }
        });
        return sheets;
    }

    private static void report(CellAddress sheet, List<String> missing, int of, Issues issues) {
        String named = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
        int others = missing.size() - NAMED;
        issues.notice(
                IssueCode.UNTESTED_RULE,
                sheet,
                "no test fires " + missing.size() + " of " + of + " rules: " + named
                        + (others > 0 ? " and " + others + (others == 1 ? " other" : " others") : ""),
                null,
                "add tests whose accounts meet their conditions");
    }
}
