package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Shown;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Tests sheets of a model: its rows as accounts, and what is found when they are decided. */
final class TestSheets {

    private static final String ACCOUNT = "test";
    private static final String REMEDY = "change the rows that decide this, or what the test expects";

    /** A row of a segment's Tests sheet, as an account to decide. */
    record Example(SegmentModel segment, Row.TestRow row, Inquiry inquiry) {}

    private final List<Example> examples = new ArrayList<>();

    TestSheets(Model model) {
        for (SegmentModel segment : model.segmentModels()) {
            segment.tests().forEach(row -> examples.add(new Example(segment, row, inquiry(row))));
        }
    }

    List<Example> examples() {
        return examples;
    }

    /** Decides every test; those that fail become errors, and rules that none fires notices. */
    static TestReport run(Model model, SessionDecider decider, Issues issues) {
        List<Example> examples = new TestSheets(model).examples();
        if (examples.isEmpty()) {
            return TestReport.NONE;
        }
        List<AccountCase> accounts =
                decider.cases(examples.stream().map(Example::inquiry).toList());
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            List<TestFailure> failures = failures(example.row(), accounts.get(i));
            outcomes.add(new TestOutcome(
                    example.row().head().cell(), example.row().head().words(), failures));
            report(example, failures, accounts.get(i), issues);
        }
        return new TestReport(outcomes, TestCoverage.untested(model, accounts, issues));
    }

    /** Expectations that a decided account does not meet; one a cell. */
    static List<TestFailure> failures(Row.TestRow row, AccountCase account) {
        Map<Object, TestFailure> byCell = new LinkedHashMap<>();
        for (Clause clause : row.expected()) {
            if (!clause.condition().matches(value(clause, account))) {
                byCell.putIfAbsent(clause.cell(), failure(clause, account));
            }
        }
        return List.copyOf(byCell.values());
    }

    private static @Nullable Object value(Clause clause, AccountCase account) {
        return account.cells.get(account.model.rows().ranks().cells().last(clause.term()));
    }

    private static TestFailure failure(Clause clause, AccountCase account) {
        Object value = value(clause, account);
        String reason = value == null && !account.goesOn() && !account.issues.isEmpty()
                ? account.issues.get(account.issues.size() - 1).message()
                : Shortfall.of(clause.condition(), value);
        return new TestFailure(clause.cell(), subject(clause.term()), inWords(clause), Shortfall.found(value), reason);
    }

    private static String subject(Term term) {
        return term.field() != null && term.kind() != Term.Kind.CHANGE_IN_INDICATOR
                ? term.field().label()
                : term.key();
    }

    /** A cell under a crossing says only where the score crosses; its comparison says the rest. */
    private static String inWords(Clause clause) {
        return clause.condition() instanceof Condition.Comparison comparison
                ? comparison.operator().sign() + " " + Shown.value(comparison.bound())
                : clause.text();
    }

    private static void report(Example example, List<TestFailure> failures, AccountCase account, Issues issues) {
        String words = example.row().head().words();
        for (TestFailure failure : failures) {
            issues.error(IssueCode.FAILED_TEST, failure.cell(), failure.message(), words, REMEDY);
        }
        String own = example.segment().segment();
        String reached = account.segment;
        boolean told = example.row().expected().stream()
                .anyMatch(clause -> clause.term().kind() == Term.Kind.SEGMENT);
        if (failures.isEmpty() && !told && (reached == null || !Names.same(reached, own))) {
            issues.notice(
                    IssueCode.TEST_IN_OTHER_SEGMENT,
                    example.row().head().cell(),
                    "the account belongs to " + (reached == null ? "no segment" : "the segment `" + reached + "`")
                            + ", so the test says nothing about `" + own + "`",
                    words,
                    "give it what Segments asks for, or move it; `Expect: Segment` says that it is meant");
        }
    }

    private static Inquiry inquiry(Row.TestRow row) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(row.attributes());
        Map<String, Observation> indicators = new LinkedHashMap<>();
        row.indicators().forEach((name, value) -> indicators.put(name, Observation.of(value)));
        List<HistoryEntry> history = new ArrayList<>();
        for (Row.PreviousScore previous : row.previous()) {
            history.add(new HistoryEntry.ScoreEntry(
                    previous.score(), row.asOf().minusDays(1), previous.value(), previous.band()));
        }
        return new Inquiry(new AccountSnapshot(ACCOUNT, row.asOf(), attributes, indicators, history), PriorState.NONE);
    }
}
