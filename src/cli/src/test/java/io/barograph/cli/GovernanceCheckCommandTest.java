package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GovernanceCheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheShippedGovernanceSound() {
        Run run = Run.of("governance", "check");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        "customer-health 1: signed by barograph/releases\nthe governance of customer-health, telco is sound\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void tellsReviewsThatAreOverdue() {
        Run before = Run.of("governance", "check", "--as-of", "2026-12-01");
        Run after = Run.of("governance", "check", "--as-of", "2027-02-01");

        assertThat(before.code()).isZero();
        assertThat(before.out())
                .contains("next, until 2027-01-30: Outcomes against bands and probabilities of 2026-Q4");
        assertThat(after.code()).isEqualTo(1);
        assertThat(after.out())
                .contains("OVERDUE since 2027-01-30: Outcomes against bands and probabilities of 2026-Q4, by Customer")
                .contains("next, until 2027-04-30: Outcomes")
                .contains("is sound");
    }

    @Test
    void findsWhatDoesNotFitTogether() throws IOException {
        TestProject project = TestProject.of(folder, "decision-tables", "governance", "rules");
        project.replace("governance/decision-rights.yaml", "segment: enterprise", "segment: enterprize");
        project.replace("governance/guardrails.yaml", "field: region", "field: regoin");
        project.replace("governance/CHANGELOG.md", "## customer-health 1,", "## customer-health 2,");
        project.replace("governance/model-card.md", "## Limits", "## Bounds");
        project.replace("governance/review-calendar.yaml", "held: []", """
            held:
              - review: outcomes
                period: 2026-Q4
                on: 2027-01-20
                by: Ada
                record: governance/reviews/none.md
            """);
        project.edit("decision-tables/customer-health/enterprise.xlsx", "Thresholds", "E2", 81);
        Files.createDirectories(project.file("governance/releases/gone"));

        Run run = Run.of("governance", "check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "governance/CHANGELOG.md error release 1 of `customer-health` has no entry",
                        "version 2 of `customer-health` has no sound manifest",
                        "governance/decision-rights.yaml error segment `enterprize` is in no model; did you mean `enterprise`?",
                        "the data contract has no field `regoin`; did you mean `region`?",
                        "the model card has no section `Limits`",
                        "governance/releases/customer-health notice the model as it is now was never released",
                        "governance/releases/gone error there is no model `gone`",
                        "the record of review `outcomes` of 2026-Q4, `governance/reviews/none.md`, is not there");
    }

    @Test
    void tellsWhatIsMissing() throws IOException {
        TestProject project = TestProject.of(folder, "decision-tables", "governance", "rules");
        for (String name :
                new String[] {"CHANGELOG.md", "model-card.md", "review-calendar.yaml", "decision-rights.yaml"}) {
            Files.delete(project.file("governance/" + name));
        }
        Files.delete(project.file("governance/releases/customer-health/1.yaml.sig"));

        Run run = Run.of("governance", "check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("5 errors, no notices", "release 1 is not signed", "there is no such file");
        assertThat(Run.of("governance", "check", folder.resolve("samples").toString())
                        .err())
                .contains("name the project that holds `governance/`");
    }
}
