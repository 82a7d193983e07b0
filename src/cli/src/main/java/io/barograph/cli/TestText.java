package io.barograph.cli;

import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.text.Printable;

/** What came of a model's Tests sheets, for people. */
final class TestText {

    private static final int WIDTH = 80;

    private TestText() {}

    /**
     * A line that counts, after one a test that failed with what was found.
     *
     * @param every whether tests that passed are listed, too
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
        return text.toString();
    }

    private static void line(StringBuilder text, String margin, String words) {
        String indent = margin;
        for (String line : Printable.wrapped(words, WIDTH - margin.length())) {
            text.append(indent).append(line).append(System.lineSeparator());
            indent = " ".repeat(margin.length());
        }
    }
}
