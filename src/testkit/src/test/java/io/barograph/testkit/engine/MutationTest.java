package io.barograph.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Mutation;
import io.barograph.engine.decision.MutationReport;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationTest {

    /** 65 % of seats in use, satisfaction 4.2, in renewal: 77.50. */
    private static ModelFiles expecting(String... cells) {
        return WorkedExample.builder(WorkedExample.enterprise()
                        .sheet("Tests")
                        .header("Seat utilisation", "Support satisfaction", "Lifecycle", "Expect: " + cells[0])
                        .row(65, 4.2, "renewal", cells[1])
                        .workbook())
                .files();
    }

    private static MutationReport mutate(ModelFiles files) {
        Compilation.Accepted accepted = (Compilation.Accepted) ModelCompiler.compile(files, "test");
        try (Decider open = accepted.decider()) {
            assertThat(open.model()).isNotNull();
            return Mutation.run(accepted, (done, all) -> {});
        }
    }

    private static List<String> unnoticed(MutationReport report) {
        return report.unnoticed().stream().map(issue -> issue.cell().toString()).toList();
    }

    @Test
    void anExactScoreWatchesEveryNumberItIsMadeOf() {
        List<String> unnoticed = unnoticed(mutate(expecting("Overall", "77.5")));

        assertThat(unnoticed)
                .doesNotContain(
                        "enterprise.xlsx!Scoring!D3",
                        "enterprise.xlsx!Scoring!E3",
                        "enterprise.xlsx!Scoring!D7",
                        "enterprise.xlsx!Weights!B2",
                        "enterprise.xlsx!Weights!B3",
                        "enterprise.xlsx!Context!D2")
                .contains("enterprise.xlsx!Scoring!D2", "enterprise.xlsx!Caps!D2", "enterprise.xlsx!Thresholds!D2");
    }

    @Test
    void aBandWatchesOnlyTheThresholdItIsNear() {
        List<String> unnoticed = unnoticed(mutate(expecting("Overall band", "green")));

        assertThat(unnoticed)
                .contains("enterprise.xlsx!Weights!B2", "enterprise.xlsx!Thresholds!D3")
                .doesNotContain("enterprise.xlsx!Thresholds!D2");
    }

    @Test
    void saysWhichNumberMovesUnseenAndHowFar() {
        MutationReport report = mutate(expecting("Overall", "77.5"));

        assertThat(report.unnoticed())
                .filteredOn(issue -> issue.cell().toString().equals("enterprise.xlsx!Scoring!D2"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo(IssueCode.UNNOTICED_CHANGE);
                    assertThat(issue.isError()).isFalse();
                    assertThat(issue.message())
                            .isEqualTo("no test notices if the 20 in Scoring!D2 moves by 5 up or down");
                    assertThat(issue.row()).isEqualTo("SC-1: Seat utilisation 0..50 → 20");
                });
    }

    @Test
    void triesTheSameNumbersInTheSameOrder() {
        List<Integer> steps = new ArrayList<>();
        Compilation.Accepted accepted =
                (Compilation.Accepted) ModelCompiler.compile(expecting("Overall", "> 0"), "test");
        try (Decider open = accepted.decider()) {
            MutationReport one = Mutation.run(accepted, (done, all) -> steps.add(done));
            MutationReport other = Mutation.run(accepted, (done, all) -> {});

            assertThat(other).isEqualTo(one);
            assertThat(steps).hasSize(one.noticed() + one.unnoticed().size()).isSorted();
            assertThat(open.model().version()).isEqualTo("test");
        }
    }

    @Test
    void leavesModelsWithoutTestsAlone() {
        MutationReport report = mutate(WorkedExample.builder().files());

        assertThat(report).isEqualTo(new MutationReport(0, List.of(), 0));
    }
}
