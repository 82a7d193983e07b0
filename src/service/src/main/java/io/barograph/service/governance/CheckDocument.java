package io.barograph.service.governance;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.issue.Issue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the check of a version found and what came of its tests, in canonical JSON, with the names that `barograph check` uses. */
final class CheckDocument {

    private CheckDocument() {}

    static byte[] of(String model, Compilation compilation) {
        Map<String, @Nullable Object> document = new TreeMap<>();
        document.put("model", model);
        document.put("digest", compilation.digest());
        document.put(
                "issues",
                compilation.issues().stream().map(CheckDocument::issue).toList());
        document.put(
                "tests",
                new TreeMap<>(Map.of(
                        "passed", BigDecimal.valueOf(compilation.tests().passed()),
                        "failed", BigDecimal.valueOf(compilation.tests().failed()))));
        return CanonicalJson.bytes(document);
    }

    private static Map<String, @Nullable Object> issue(Issue issue) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("code", issue.code().label());
        tree.put("severity", issue.severity().label());
        tree.put("message", issue.message());
        tree.put("cell", issue.cell().toString());
        tree.put("row", issue.row());
        tree.put("suggestion", issue.suggestion());
        return tree;
    }

    /** Every test with what it did, and the rules that none fires. */
    static byte[] tests(TestReport report) {
        Map<String, @Nullable Object> document = new TreeMap<>();
        document.put(
                "tests", report.outcomes().stream().map(CheckDocument::test).toList());
        document.put(
                "untested",
                report.untested().stream()
                        .map(sheet -> new TreeMap<String, Object>(
                                Map.of("sheet", sheet.sheet().toString(), "rules", sheet.rules())))
                        .toList());
        return CanonicalJson.bytes(document);
    }

    private static Map<String, Object> test(TestOutcome test) {
        return new TreeMap<>(Map.of(
                "cell", test.cell().toString(),
                "test", test.test(),
                "failures",
                        List.copyOf(test.failures().stream()
                                .map(TestFailure::message)
                                .toList())));
    }
}
