package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTest {

    private static final String MODEL = "decision-tables/customer-health";
    private static final String ENTERPRISE = MODEL + "/enterprise.xlsx";
    private static final String SAMPLES = "samples/customer-health/accounts.ndjson";

    @TempDir
    private Path folder;

    @Test
    void letsASmallChangePassAndTellsReviewersWhatItDoes() throws IOException {
        TestProject project = TestProject.of(folder, MODEL, "governance", "rules");
        project.edit(ENTERPRISE, "Thresholds", "E2", 82);

        Run run = gate(project, "--accounts", SAMPLES, "--as-of", "2026-03-01", "--format", "markdown");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("## customer-health: passes ✅\n")
                .contains("| **Tests** | 127 passed, 0 failed |")
                .contains("| **Would change band** | 2, which is 0.4 %; the limit is 15 % |")
                .contains("| **Closest to a protected field** | region and survey\\_sentiment, correlation ratio 0.0")
                .contains("| **Widest gap between groups** | interventions by region: ")
                .contains("| **Guardrails** | all kept |")
                .contains("      threshold moved 80 → 82\n")
                .contains("| enterprise | green | yellow | 2 |")
                .contains(
                        "| enterprise.xlsx!Thresholds!D2 · ENT-TH-01 | threshold moved 80 → 82 | +0.00 | 0 | green −2, yellow +2 |")
                .doesNotContain("What stands against it");
    }

    /** Half of the accounts of a segment get worse, and the change would like its own limit. */
    @Test
    void refusesWhatMovesTooManyByTheLimitsOfTheBase() throws IOException {
        TestProject project = TestProject.of(folder, MODEL, "governance", "rules");
        project.edit(ENTERPRISE, "Thresholds", "E2", 82);
        Path strict = folder.resolve("strict.yaml");
        Files.writeString(
                strict,
                Files.readString(project.file("governance/guardrails.yaml"))
                        .replace("share_changing: 15\n  # Below", "share_changing: 0.3\n  # Below"));
        project.replace("governance/guardrails.yaml", "share_changing: 15\n  # Below", "share_changing: 90\n  # Below");

        Run lenient = gate(project, "--accounts", SAMPLES, "--as-of", "2026-03-01");
        Run refused = gate(
                project,
                "--accounts",
                SAMPLES,
                "--as-of",
                "2026-03-01",
                "--guardrails",
                strict.toString(),
                "--format",
                "markdown");

        assertThat(lenient.code()).isZero();
        assertThat(lenient.out())
                .contains("note: the guardrails change, too; the model was held against those of the base")
                .contains("customer-health passes");
        assertThat(lenient.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .startsWith("## customer-health: refused ❌\n")
                .contains("* 0\\.4 % of 500 accounts would change band; guardrails allow 0.3 %")
                .contains("| bands.share\\_changing | 0\\.4 % | 0\\.3 % |");
    }

    @Test
    void refusesErrorsAndFailingTestsWithTheirCells() throws IOException {
        TestProject project = TestProject.of(folder, MODEL, "governance", "rules");
        project.edit(ENTERPRISE, "Thresholds", "E5", 99);

        Run run = gate(project, "--accounts", SAMPLES, "--as-of", "2026-03-01", "--format", "markdown");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "customer-health: refused ❌",
                        "### What stands against it",
                        "enterprise.xlsx!Tests!",
                        " failed |")
                .contains("threshold moved 75 → 99")
                .contains("| **Accounts** | none were decided |");
    }

    /** Whatever a cell says, it cannot end the block it is shown in. */
    @Test
    void isNotFooledByMarkupInCells() throws IOException {
        TestProject project = TestProject.of(folder, "decision-tables/telco", "governance", "rules");
        project.change(
                "decision-tables/telco/dsl.xlsx",
                "Model",
                sheet -> sheet.getRow(2).getCell(1).setCellValue("```` <script> | ```"));

        Run run = Run.of(
                "gate",
                "decision-tables/telco",
                project.file("decision-tables/telco").toString(),
                "--without-accounts",
                "--format",
                "markdown");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\n`````text\n", "\n`````\n", "```` <script> | ```")
                .contains("> **Note:** no accounts were decided: nobody knows who would change band");
    }

    @Test
    void tellsWrongUsage() {
        assertThat(List.of(
                        Run.of("gate", MODEL),
                        Run.of("gate", MODEL, MODEL),
                        Run.of("gate", MODEL, MODEL, "--accounts", SAMPLES, "--without-accounts"),
                        Run.of("gate", MODEL, "nowhere", "--accounts", SAMPLES)))
                .allSatisfy(run -> assertThat(run.code()).isEqualTo(2))
                .extracting(run -> run.err().lines().findFirst().orElse(""))
                .satisfiesExactly(
                        line -> assertThat(line).contains("CHANGED"),
                        line -> assertThat(line).contains("name the accounts to decide", "--without-accounts"),
                        line -> assertThat(line).contains("exclude each other"),
                        line -> assertThat(line).contains("there is no folder `nowhere`"));
    }

    private static Run gate(TestProject changed, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "gate";
        arguments[1] = MODEL;
        arguments[2] = changed.file(MODEL).toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Run.of(arguments);
    }
}
