package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final String MODEL = "decision-tables/customer-health";

    @TempDir
    private Path folder;

    @Test
    void writesRulesAndAccountsForStockDroolsAndTellsWhatStaysBehind() throws IOException {
        Path out = folder.resolve("rules");

        Run run = Run.of(
                "export",
                "--format",
                "drools",
                MODEL,
                "--out",
                out.toString(),
                "--accounts",
                "samples/customer-health/accounts.csv",
                "--as-of",
                "2026-03-01");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Not carried:", "* guardrails (contract-status.xlsx, upsell.drl)");
        assertThat(run.out().lines().skip(1)).allMatch(line -> line.length() <= 80);
        assertThat(Files.readAllLines(out.resolve("accounts.csv"))).hasSize(64);
        assertThat(out.resolve("src/main/resources/rules/exported/m_customer_health/enterprise-scoring.drl.xlsx"))
                .isRegularFile();
        assertThat(Files.readString(out.resolve("README.md")))
                .contains("## Not carried", "**guardrails")
                .doesNotContain("@");
    }

    @Test
    void writesAFileASheet() throws IOException {
        Path out = folder.resolve("csv");

        assertThat(Run.of("export", "--format", "csv", MODEL, "--out", out.toString())
                        .code())
                .isZero();

        assertThat(Files.readString(out.resolve("segments/segments.csv")))
                .startsWith("Rule ID,")
                .contains("SEG-20");
    }

    @Test
    void writesOneDocument() throws IOException {
        Path out = folder.resolve("document");

        assertThat(Run.of("export", "--format", "markdown", MODEL, "--out", out.toString())
                        .code())
                .isZero();

        assertThat(Files.readString(out.resolve("customer-health.md")))
                .contains("# customer-health", "[Scoring](#enterprise-scoring)", "<a id=\"enterprise-scoring\"></a>")
                .contains("| `SEG-20` |", "## Data contract", "`seat_utilisation`");
    }

    @Test
    void keepsWhatIsThereUnlessForced() throws IOException {
        Path stale = Files.createDirectories(folder.resolve("src/main/resources/rules/exported/m_old"))
                .resolve("stale.drl");
        Files.writeString(stale, "package old;");

        Run refused = Run.of("export", "--format", "drools", MODEL, "--out", folder.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is not empty; name another with --out, or add --force");
        assertThat(stale).exists();

        Run forced = Run.of("export", "--format", "drools", MODEL, "--out", folder.toString(), "--force");
        assertThat(forced.code()).isZero();
        assertThat(stale).doesNotExist();
    }

    @Test
    void offersAccountsToRulesOnly() {
        Run run = Run.of("export", "--format", "csv", MODEL, "--accounts", "samples/customer-health/accounts.csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("`--accounts` goes with `--format drools` only");
    }
}
