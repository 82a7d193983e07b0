package io.barograph.service.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Another model becomes active on the same database; what the first one decided must stay replayable. */
class KeptModelsTest {

    private static final Path HOME = Path.of(System.getProperty("barograph.root", "../.."));

    /** Code that this product was not built with. */
    private static final String OWN_RULE = """
            package rules;
            import io.barograph.engine.ruleset.fact.BandReview;
            rule "OWN-1"
                @because("every account is looked at")
            when
                $account : BandReview( $overallBand : overallBand )
            then
                $account.raiseFlag("looked-at", "low");
            end
            """;

    @TempDir
    Path folder;

    @Test
    void whatAnEarlierModelDecidedIsDecidedAgainByIt() throws Exception {
        Path data = folder.resolve("data");
        Path first = model("one", "81");
        Path second = model("two", "82");
        String decision;
        String digest;
        try (RunningService service = RunningService.start(HOME, first, data)) {
            JsonNode answer = service.post("/api/v1/decisions", snapshot());
            decision = answer.get("decision_id").asString();
            digest = answer.at("/model/digest").asString();
        }
        try (RunningService service = RunningService.start(HOME, second, data)) {
            JsonNode replay = service.post("/api/v1/decisions/" + decision + "/replay", "");
            assertThat(replay.get("result").asString()).isEqualTo("identical");
            assertThat(replay.at("/model/digest").asString()).isEqualTo(digest);
            assertThat(service.get("/api/v1/decisions/" + decision + "/explanation?near_misses=2")
                            .at("/near_misses/rows"))
                    .isNotEmpty();

            JsonNode models = service.get("/api/v1/models").get("items");
            assertThat(models).hasSize(2);
            assertThat(models.get(0).get("state").asString()).isEqualTo("active");
            assertThat(models.get(1).get("state").asString()).isEqualTo("retired");
            assertThat(models.get(1).get("digest").asString()).isEqualTo(digest);
            assertThat(service.get("/api/v1/models/" + digest).get("files").toString())
                    .contains("data-contract.yaml", "segments.xlsx", "\"kind\":\"rule\"");
            assertThat(service.bytes("/api/v1/models/" + digest + "/workbooks/segments.xlsx"))
                    .isEqualTo(Files.readAllBytes(first.resolve("segments.xlsx")));
            assertThat(service.client()
                            .sql("select count(*) from log_event where event = 'model-activated'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
        try (RunningService service = RunningService.start(HOME, second, data)) {
            assertThat(service.client()
                            .sql("select count(*) from log_event where event = 'model-activated'")
                            .query(Long.class)
                            .single())
                    .as("a model that stays active is not recorded again")
                    .isEqualTo(2);
        }
    }

    @Test
    void ruleFilesFromTheDatabaseRunOnlyWhenAKeyOfTheLogVouchesForThem() throws Exception {
        Path data = folder.resolve("data");
        Path first = model("one", "81");
        Path rules = Files.createDirectories(folder.resolve("one/rules/guardrails/customer-health"));
        Files.write(rules.resolve("own.drl"), OWN_RULE.getBytes(UTF_8));
        String decision;
        try (RunningService service = RunningService.start(HOME, first, data)) {
            JsonNode answer = service.post("/api/v1/decisions", snapshot());
            assertThat(answer.get("fired").toString()).contains("OWN-1");
            decision = answer.get("decision_id").asString();
        }
        Path shipped = HOME.resolve("decision-tables/customer-health");
        try (RunningService service = RunningService.start(HOME, shipped, data)) {
            assertThat(result(service, decision)).isEqualTo("identical");
            service.client()
                    .sql("update model set vouched = replace(vouched, 'barograph', 'barometer')")
                    .update();
        }
        try (RunningService service = RunningService.start(HOME, shipped, data)) {
            JsonNode replay = service.post("/api/v1/decisions/" + decision + "/replay", "");
            assertThat(replay.get("result").asString()).isEqualTo("untrusted-rules");
            assertThat(replay.get("why").asString()).contains("own.drl", "rules/guardrails/customer-health/");
        }
    }

    @Test
    void filesThatWereChangedInTheDatabaseDecideNothing() throws Exception {
        Path data = folder.resolve("data");
        String decision;
        try (RunningService service = RunningService.start(HOME, model("one", "81"), data)) {
            decision = service.post("/api/v1/decisions", snapshot())
                    .get("decision_id")
                    .asString();
            service.client()
                    .sql("update model_file set bytes = ? where name = 'enterprise.xlsx'")
                    .param(Files.readAllBytes(model("two", "82").resolve("enterprise.xlsx")))
                    .update();
        }
        try (RunningService service =
                RunningService.start(HOME, HOME.resolve("decision-tables/customer-health"), data)) {
            JsonNode replay = service.post("/api/v1/decisions/" + decision + "/replay", "");
            assertThat(replay.get("result").asString()).isEqualTo("model-missing");
            assertThat(replay.get("why").asString()).contains("were changed in the database");
            assertThat(service.refused("/api/v1/decisions/" + decision + "/explanation?near_misses=2", 409)
                            .get("detail")
                            .asString())
                    .contains("near misses cannot be told");
            assertThat(service.refusedPost(
                                    "/api/v1/accounts/kept-1/observations",
                                    "{\"indicator\":\"seat_utilisation\",\"value\":5}",
                                    409)
                            .get("detail")
                            .asString())
                    .contains("attributes of account `kept-1` are not known", "`POST /api/v1/decisions`");
            assertThat(service.post("/api/v1/decisions", snapshot())
                            .get("status")
                            .asString())
                    .isEqualTo("decided");
        }
    }

    private static String result(RunningService service, String decision) throws Exception {
        return service.post("/api/v1/decisions/" + decision + "/replay", "")
                .get("result")
                .asString();
    }

    private static String snapshot() {
        return "{\"account_id\":\"kept-1\",\"as_of\":\"2026-03-01\",\"attributes\":{\"arr\":180000},\"indicators\":"
                + "{\"seat_utilisation\":65,\"logins_per_week\":31,\"support_csat\":4.2}}";
    }

    /** The shipped model in a project of its own, with another threshold of a segment. */
    private Path model(String project, String threshold) throws IOException {
        Path model = Files.createDirectories(folder.resolve(project).resolve("decision-tables/customer-health"));
        copy(HOME.resolve("decision-tables/customer-health"), model);
        copy(
                HOME.resolve("rules/guardrails/customer-health"),
                Files.createDirectories(folder.resolve(project).resolve("rules/guardrails/customer-health")));
        Path workbook = model.resolve("enterprise.xlsx");
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(workbook)));
                OutputStream out = Files.newOutputStream(workbook)) {
            edited.getSheet("Thresholds").getRow(1).getCell(4).setCellValue(Double.parseDouble(threshold));
            edited.write(out);
        }
        return model;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
