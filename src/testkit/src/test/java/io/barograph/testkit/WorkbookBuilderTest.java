package io.barograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.ModelFiles;
import org.junit.jupiter.api.Test;

class WorkbookBuilderTest {

    @Test
    void buildsTheSameBytesFromTheSameRows() {
        assertThat(scoring(20).bytes()).isEqualTo(scoring(20).bytes());
        assertThat(scoring(20).bytes()).isNotEqualTo(scoring(21).bytes());
    }

    @Test
    void readsALineAsAPersonTypesIt() {
        byte[] byLine = WorkbookBuilder.workbook("a.xlsx")
                .sheet("Scoring")
                .header("Rule ID", "Value", "Score", "Score at end")
                .line("SC-1 | 0..50 | 20 | ·")
                .workbook()
                .bytes();
        byte[] byRow = WorkbookBuilder.workbook("a.xlsx")
                .sheet("Scoring")
                .header("Rule ID", "Value", "Score", "Score at end")
                .row("SC-1", "0..50", 20, null)
                .workbook()
                .bytes();
        assertThat(byLine).isEqualTo(byRow);
    }

    @Test
    void putsAModelTogetherInTheOrderOfFileNames() {
        ModelFiles files = ModelBuilder.model("tiny")
                .with(WorkbookBuilder.workbook("z.xlsx")
                        .sheet("Segments")
                        .header("Segment")
                        .workbook())
                .with(scoring(20))
                .contract("apiVersion: v3.0.2")
                .rules("limits.drl", "package tiny;")
                .files();
        assertThat(files.workbooks()).extracting(ModelFiles.ModelFile::name).containsExactly("a.xlsx", "z.xlsx");
        assertThat(files.contract()).isNotNull();
        assertThat(files.ruleFiles()).hasSize(1);
    }

    private static WorkbookBuilder scoring(int score) {
        return WorkbookBuilder.workbook("a.xlsx")
                .sheet("Scoring")
                .header("Rule ID", "Value", "Score")
                .row("SC-1", "0..50", score)
                .workbook();
    }
}
