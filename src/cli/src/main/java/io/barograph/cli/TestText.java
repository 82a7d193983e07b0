package io.barograph.cli;

import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of a model's Tests sheets, for people. */
final class TestText {

    private static final int WIDTH = 80;
    private static final String MARGIN = "  ";

    private TestText() {}

    /**
     * A line that counts, after one a test that failed with what was found; then what no test fires.
     *
     * @param every whether tests that passed are listed, too, and rules by their IDs
     */
    static String of(TestReport tests, boolean every) {
        if (tests.outcomes().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (TestOutcome outcome : tests.outcomes()) {
            if (every || !outcome.passed()) {
                line(text, outcome.passed() ? "pass  " : "FAIL  ", outcome.cell() + "  " + outcome.test());
            }
            for (TestFailure failure : outcome.failures()) {
                line(text, "      ", failure.message());
            }
        }
        text.append("tests: %d passed, %d failed%n".formatted(tests.passed(), tests.failed()));
        untested(text, tests.untested(), every);
        return text.toString();
    }

    private static void untested(StringBuilder text, List<TestReport.UntestedSheet> sheets, boolean every) {
        if (sheets.isEmpty()) {
            return;
        }
        text.append("rules that no test fires%s:%n".formatted(every ? "" : " (`--tests` names them)"));
        if (every) {
            sheets.forEach(sheet -> line(
                    text,
                    MARGIN,
                    sheet.sheet().file() + " › " + sheet.sheet().sheet() + ": " + String.join(", ", sheet.rules())));
            return;
        }
        Map<String, List<String>> counts = new LinkedHashMap<>();
        for (TestReport.UntestedSheet sheet : sheets) {
            counts.computeIfAbsent(sheet.sheet().file(), any -> new ArrayList<>())
                    .add("%s %,d of %,d"
                            .formatted(sheet.sheet().sheet(), sheet.rules().size(), sheet.of()));
        }
        counts.forEach((file, found) -> line(text, MARGIN, file + ": " + String.join(", ", found)));
    }

    private static void line(StringBuilder text, String margin, String words) {
        String indent = margin;
        for (String line : Printable.wrapped(words, WIDTH - margin.length())) {
            text.append(indent).append(line).append(System.lineSeparator());
            indent = " ".repeat(margin.length());
        }
    }
}
