package io.barograph.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.testkit.WorkbookBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSheetsTest {

    /** 77.50: green, with playbooks Advocacy and Upsell. */
    private static WorkbookBuilder.SheetBuilder renewing(String... headers) {
        String[] all = new String[headers.length + 3];
        System.arraycopy(new String[] {"Seat utilisation", "Support satisfaction", "Lifecycle"}, 0, all, 0, 3);
        System.arraycopy(headers, 0, all, 3, headers.length);
        return WorkedExample.enterprise().sheet("Tests").header(all);
    }

    private static Compilation compile(WorkbookBuilder enterprise) {
        Compilation compilation =
                ModelCompiler.compile(WorkedExample.builder(enterprise).files(), "test");
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
        }
        return compilation;
    }

    private static List<String> told(Compilation compilation, IssueCode code) {
        return compilation.issues().stream()
                .filter(issue -> issue.code() == code)
                .map(issue -> issue.cell() + ": " + issue.message())
                .toList();
    }

    @Test
    void passesWhenEveryExpectationHolds() {
        Compilation compilation = compile(renewing(
                        "Previous overall",
                        "Expect: Overall",
                        "Expect: Overall band",
                        "Expect: Overall crosses above",
                        "Expect: Playbooks",
                        "Expect: Segment",
                        "Expect: Escalations")
                .row(65, 4.2, "renewal", 70, 77.5, "green", 75, "contains Upsell", "enterprise", "not contains x")
                .workbook());

        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        assertThat(compilation.tests().passed()).isEqualTo(1);
        assertThat(compilation.tests().failed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Overall | >= 80 | expected Overall `>= 80`, found 77.5, 2.5 short",
                "Overall | < 77.5 | expected Overall `< 77.5`, found 77.5",
                "Overall | 60..70 | expected Overall `60..70`, found 77.5, 7.5 over",
                "Overall | 80..90 | expected Overall `80..90`, found 77.5, 2.5 short",
                "Overall | 70, 80 | expected Overall `70, 80`, found 77.5, 2.5 short",
                "Overall | < 50 or >= 78 | expected Overall `< 50 or >= 78`, found 77.5, 0.5 short",
                "Overall | missing | expected Overall `missing`, found 77.5",
                "Overall band | red | expected Overall band `red`, found `green`",
                "Playbooks | contains Rescue | expected Playbooks `contains Rescue`, found Advocacy, Upsell",
                "Escalations | contains x | expected Escalations `contains x`, found none",
                "Seat utilisation | > 70 | expected Seat utilisation `> 70`, found 65, 5 short",
                "Overall crosses below | 70 | expected Previous overall `>= 70`, found nothing",
            })
    void tellsHowFarAnExpectationIsMissed(String subject, String expected, String message) {
        Compilation compilation = compile(
                renewing("Expect: " + subject).row(65, 4.2, "renewal", expected).workbook());

        assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
        assertThat(told(compilation, IssueCode.FAILED_TEST)).containsExactly("enterprise.xlsx!Tests!D2: " + message);
        assertThat(compilation.tests().outcomes())
                .flatExtracting(TestOutcome::failures)
                .extracting(TestFailure::message)
                .containsExactly(message);
    }

    @Test
    void findsNothingWhereNothingIsKnown() {
        WorkbookBuilder enterprise = renewing("ARR", "Expect: Overall")
                .row(null, null, "renewal", 5, "> 0")
                .workbook();

        assertThat(told(compile(enterprise), IssueCode.FAILED_TEST))
                .containsExactly("enterprise.xlsx!Tests!E2: expected Overall `> 0`, found nothing");
    }

    @Test
    void noticesTestsOfOtherSegments() {
        WorkbookBuilder enterprise = renewing("ARR", "Expect: Overall")
                .row(65, 4.2, "renewal", 5000, "missing")
                .workbook();
        Compilation compilation = ModelCompiler.compile(
                WorkedExample.builder(enterprise, "> 1000").files(), "test");

        assertThat(told(compilation, IssueCode.TEST_IN_OTHER_SEGMENT))
                .containsExactly("enterprise.xlsx!Tests!A2: the account belongs to the segment `key`, so the test says"
                        + " nothing about `enterprise`");
    }

    @Test
    void namesRulesThatNoTestFires() {
        Compilation compilation = compile(
                renewing("Expect: Overall").row(65, 4.2, "renewal", "> 0").workbook());

        assertThat(told(compilation, IssueCode.UNTESTED_RULE))
                .containsExactly(
                        "enterprise.xlsx!Caps: no test fires 1 of 1 rules: CP-1",
                        "enterprise.xlsx!Playbooks: no test fires 1 of 3 rules: PB-3",
                        "enterprise.xlsx!Scoring: no test fires 4 of 6 rules: SC-1, SC-3, SC-4, SC-5",
                        "enterprise.xlsx!Thresholds: no test fires 2 of 3 rules: TH-2, TH-3");
    }

    @Test
    void runsNoTestsOfAFaultyModel() {
        Compilation compilation = compile(renewing("Expect: Overall")
                .row(65, 4.2, "renewal", "> 90")
                .sheet("Overall")
                .set(2, 2, 90)
                .workbook());

        assertThat(compilation.issues())
                .filteredOn(Issue::isError)
                .extracting(Issue::code)
                .containsExactly(IssueCode.WEIGHTS_SUM);
        assertThat(compilation.tests().outcomes()).isEmpty();
    }
}
