package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What teams do who keep workbooks in git, in real repositories. */
class GitTest {

    private static final String MODEL = "decision-tables/telco";
    private static final String DSL = MODEL + "/dsl.xlsx";

    @TempDir
    private Path folder;

    @TempDir
    private Path tools;

    @Test
    void gitDiffShowsWorkbooksInBusinessTerms() throws IOException, InterruptedException {
        TestProject project = TestProject.of(folder, MODEL, ".gitattributes");
        project.commit("the model");
        project.git("config", "diff.barograph.textconv", "'" + project.command(tools) + "' textconv");
        project.change(DSL, "Overall", sheet -> {
            sheet.getRow(1).getCell(1).setCellValue(sheet.getRow(1).getCell(1).getNumericCellValue() - 5);
            sheet.getRow(2).getCell(1).setCellValue(sheet.getRow(2).getCell(1).getNumericCellValue() + 5);
        });
        Files.writeString(project.file(MODEL + "/segments.xlsx"), "no workbook any more");

        List<String> changed = project.git("diff")
                .lines()
                .filter(line -> line.matches("[-+](?![-+]).*"))
                .filter(line -> !line.startsWith("-Segments")
                        && !line.startsWith("-Read me")
                        && !line.startsWith("-Account tiers"))
                .toList();

        assertThat(changed).hasSize(5);
        assertThat(changed.subList(0, 4))
                .allSatisfy(line -> assertThat(line).matches("[-+]Overall › .+ › Weight in overall = \\d+"));
        assertThat(changed.get(4)).startsWith("+cannot be read: ");
    }

    @Test
    void aPullRequestIsJudgedByTheScriptOfTheWorkflow() throws IOException, InterruptedException {
        TestProject project = TestProject.of(
                folder, "decision-tables", "governance", "rules", "samples/customer-health/accounts.ndjson", ".github");
        project.commit("the models");
        project.git("checkout", "-q", "-b", "change");
        project.edit("decision-tables/customer-health/enterprise.xlsx", "Thresholds", "E2", 82);
        project.commit("strategic accounts are green from 82");

        Run passes = gate(project, "main");

        assertThat(passes.err()).isEmpty();
        assertThat(passes.code()).isZero();
        assertThat(passes.out())
                .contains("## customer-health: passes ✅", "threshold moved 80 → 82", "## Governance")
                .contains(
                        "the model as it is now was never released",
                        "the governance of customer-health, telco is sound")
                .doesNotContain("## telco");

        project.edit(DSL, "Weights", "B2", 99);
        project.replace("governance/decision-rights.yaml", "segment: enterprise", "segment: enterprize");
        project.commit("a weight that is wrong, and a segment mistyped");
        Path report = tools.resolve("report.md");

        Run refused = gate(project, "main", report.toString());

        assertThat(refused.out()).isEmpty();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(Files.readString(report))
                .contains("## customer-health: passes ✅", "## telco: refused ❌", "dsl.xlsx!Weights!B1", "add up to")
                .contains("segment `enterprize` is in no model; did you mean", "has errors");
        assertThat(project.git("status", "--short"))
                .as("nothing is left behind")
                .isEmpty();

        Run wrong = gate(project, "nowhere");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("`nowhere` and HEAD have no commit in common");
    }

    private Run gate(TestProject project, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(".github/gate"));
        command.addAll(List.of(arguments));
        return project.run(command, "BAROGRAPH", project.command(tools).toString(), "BAROGRAPH_AS_OF", "2026-03-01");
    }
}
