package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.ModelFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsCheckTest {

    private static final List<ModelFiles.ModelFile> GUARDRAILS =
            List.of(new ModelFiles.ModelFile("flags.drl", new byte[0]));

    private static GoldenModel asking(String condition) {
        return GoldenModel.sound()
                .with(
                        "enterprise.xlsx",
                        "Signals",
                        "Rule ID | Flags | Flag | Severity | Because",
                        "SI-1 | | champion-risk | high | nobody speaks for us",
                        "SI-2 | " + condition + " | losing-them | high | they go");
    }

    private static List<Issue> notRaised(GoldenModel model) {
        return model.issues().stream()
                .filter(issue -> issue.code() == IssueCode.FLAG_NOT_RAISED)
                .toList();
    }

    @Test
    void aFlagThatNothingRaisesIsAnErrorWithoutGuardrails() {
        GoldenModel model = asking("contains legal-hold");

        assertThat(model.read()).isNull();
        assertThat(notRaised(model)).singleElement().satisfies(issue -> {
            assertThat(issue.isError()).isTrue();
            assertThat(issue.suggestion()).isEqualTo("raise it in Trends or Signals");
        });
    }

    @Test
    void aFlagThatAGuardrailMayRaiseIsANotice() {
        GoldenModel model = asking("contains legal-hold");

        assertThat(model.read(GUARDRAILS)).isNotNull();
        assertThat(notRaised(model)).singleElement().satisfies(issue -> {
            assertThat(issue.isError()).isFalse();
            assertThat(issue.suggestion()).isEqualTo("raise it in Signals, if no guardrail does");
        });
    }

    @Test
    void aFlagOfAnotherSignalIsToldUnlessAGuardrailMayRaiseItEarlier() {
        GoldenModel alone = asking("contains champion-risk");
        GoldenModel guarded = asking("contains champion-risk");

        assertThat(alone.read()).isNotNull();
        assertThat(guarded.read(GUARDRAILS)).isNotNull();
        assertThat(notRaised(alone))
                .singleElement()
                .satisfies(
                        issue -> assertThat(issue.message())
                                .isEqualTo(
                                        "only Signals raises the flag `champion-risk`, and its rows do not see each other's flags"));
        assertThat(notRaised(guarded)).isEmpty();
    }
}
