package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsTheShippedModelsSound() {
        Run run = Run.of("check", "decision-tables/customer-health", "decision-tables/telco");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("customer-health is sound", "telco is sound", "digest sha256:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void tellsErrorsWithTheirPlacesAndStillTheDigest(@TempDir Path folder) throws IOException {
        Path model = Files.createDirectories(folder.resolve("decision-tables/telco"));
        Path shipped = Run.ROOT.resolve("decision-tables/telco");
        Files.copy(shipped.resolve("segments.xlsx"), model.resolve("segments.xlsx"));
        Files.copy(shipped.resolve("dsl.xlsx"), model.resolve("dsl.xlsx"));
        Files.copy(shipped.resolve("dsl.xlsx"), model.resolve("fibre.xlsx"));

        Run run = Run.of("check", "--format", "json", model.toString());

        JsonNode found = JSON.readTree(run.out());
        assertThat(run.code()).isEqualTo(1);
        assertThat(found.get("model").asString()).isEqualTo("telco");
        assertThat(found.get("digest").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(found.get("tests").get("failed").asInt()).isZero();
        assertThat(found.get("issues"))
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.propertyNames())
                        .containsExactly("code", "severity", "message", "cell", "row", "suggestion"));
        assertThat(found.get("issues"))
                .anyMatch(issue -> issue.get("severity").asString().equals("error"));
    }

    @Test
    void tellsWhichNumbersCouldMoveUnseen() {
        Run text = Run.of("check", "--mutate", "decision-tables/telco");
        JsonNode found = JSON.readTree(Run.of("check", "--mutate", "--format", "json", "decision-tables/telco")
                .out());

        int noticed = found.get("mutation").get("noticed").asInt();
        int unnoticed = found.get("mutation").get("unnoticed").asInt();
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("mutation: tests notice %,d of %,d numbers that move".formatted(noticed, noticed + unnoticed))
                .contains("telco is sound");
        assertThat(noticed).isPositive();
        assertThat(found.get("mutation").get("left_out").asInt()).isZero();
        assertThat(found.get("issues"))
                .filteredOn(issue -> issue.get("code").asString().equals("unnoticed-change"))
                .hasSize(unnoticed)
                .allMatch(issue -> issue.get("severity").asString().equals("notice"));
        assertThat(JSON.readTree(Run.of("check", "--format", "json", "decision-tables/telco")
                                .out())
                        .has("mutation"))
                .isFalse();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Run run = Run.of("check", "nowhere");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder `nowhere`");
    }

    @Test
    void asksForACommandAndKnowsItsVersion() {
        assertThat(Run.of().code()).isEqualTo(2);
        assertThat(Run.of().err()).contains("name a command");
        assertThat(Run.of("--version").out()).startsWith("barograph ");
        assertThat(Run.of("check", "--version").out()).startsWith("barograph ");
        assertThat(Run.of("chek").err()).contains("unknown command `chek`; did you mean `check`?");
        assertThat(Run.of("check", "--format", "xml").err())
                .contains("`--format` must be one of `text`, `json`, but is `xml`");
        assertThat(Run.of("--help").out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Run.of("score", "--help").out().lines()).allMatch(line -> line.length() <= 80);
    }
}
