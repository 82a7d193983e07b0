package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What decides after a start when the version that should cannot be loaded. */
@Timeout(600)
class LastGoodTest {

    private static final Path SHIPPED = ModelPeople.HOME.resolve("decision-tables/customer-health");
    private static final double EARLIER = 79;

    @TempDir
    private Path folder;

    @Test
    void theLastModelThatDecidedHereStandsInUntilTheStoreIsMended() throws Exception {
        Path data = folder.resolve("data");
        Path earlier = folder.resolve("earlier.json");
        int version;
        try (RunningService service = start(data)) {
            ModelPeople people = new ModelPeople(service);
            version = people.approved(EARLIER);
            Files.copy(data.resolve("last-good-model.json"), earlier);
            people.activate(service, version);
            assertThat(decided(service, "before")).isEqualTo(Integer.toString(version));
            assertThat(health(service)).isEqualTo("UP");
            change(service, version, ModelPeople.workbook(EARLIER - 1));
        }

        try (RunningService service = start(data)) {
            assertThat(decided(service, "its-own-copy"))
                    .as("this instance decided by it, so it has it")
                    .isEqualTo(Integer.toString(version));
            assertThat(fault(service)).contains("files of version " + version, "changed in the database");
        }

        Files.copy(earlier, data.resolve("last-good-model.json"), StandardCopyOption.REPLACE_EXISTING);
        try (RunningService service = start(data)) {
            assertThat(decided(service, "stands-in")).isEqualTo("1");
            assertThat(health(service)).isEqualTo("DEGRADED");
            assertThat(service.status("/actuator/health")).isEqualTo(200);
            assertThat(service.status("/actuator/health/readiness"))
                    .as("it goes on being asked")
                    .isEqualTo(200);
            assertThat(fault(service)).contains("changed in the database");
            assertThat(metric(service)).isEqualTo("barograph_model_fault 1.0");
            assertThat(page(service))
                    .contains("role=\"alert\"", "An earlier model decides here", "changed in the database");
            change(service, version, ModelPeople.workbook(EARLIER));
        }

        try (RunningService service = start(data)) {
            assertThat(decided(service, "mended")).isEqualTo(Integer.toString(version));
            assertThat(health(service)).isEqualTo("UP");
            assertThat(service.get("/actuator/info").at("/model").has("fault")).isFalse();
            assertThat(metric(service)).isEqualTo("barograph_model_fault 0.0");
            assertThat(page(service)).doesNotContain("role=\"alert\"");
        }
    }

    /** As when the engine that was installed since finds errors, or a file is damaged in a way that no digest tells. */
    @Test
    void aVersionThatDoesNotCompileAnyMoreIsNotServed() throws Exception {
        Path data = folder.resolve("data");
        Path earlier = folder.resolve("earlier.json");
        int version;
        try (RunningService service = start(data)) {
            ModelPeople people = new ModelPeople(service);
            version = people.approved(EARLIER);
            Files.copy(data.resolve("last-good-model.json"), earlier);
            people.activate(service, version);
            change(service, version, "no workbook".getBytes(StandardCharsets.UTF_8));
        }
        Files.copy(earlier, data.resolve("last-good-model.json"), StandardCopyOption.REPLACE_EXISTING);

        try (RunningService service = start(data)) {
            JsonNode answer = service.post("/api/v1/decisions", ModelPeople.changing("replayed"));
            assertThat(answer.at("/model/version").asString()).isEqualTo("1");
            assertThat(health(service)).isEqualTo("DEGRADED");
            String decision = "/api/v1/decisions/" + answer.get("decision_id").asString();
            assertThat(service.post(decision + "/replay", "").get("result").asString())
                    .isEqualTo("identical");

            service.post(ModelPeople.path(1, "rollback"), "{\"why\": \"version 2 is damaged\"}");
            assertThat(health(service)).as("what decides is what should").isEqualTo("UP");
        }
    }

    private static RunningService start(Path data) {
        return RunningService.start(ModelPeople.HOME, SHIPPED, data);
    }

    private static void change(RunningService service, int version, byte[] bytes) {
        service.client()
                .sql("update model_version_file set bytes = ? where number = ? and name = 'enterprise.xlsx'")
                .params(bytes, version)
                .update();
    }

    private static String decided(RunningService service, String account) throws Exception {
        return service.post("/api/v1/decisions", ModelPeople.changing(account))
                .at("/model/version")
                .asString();
    }

    private static String health(RunningService service) throws Exception {
        return service.get("/actuator/health").get("status").asString();
    }

    private static String fault(RunningService service) throws Exception {
        return service.get("/actuator/info").at("/model/fault").asString();
    }

    private static String page(RunningService service) throws Exception {
        return new String(service.bytes("/"), StandardCharsets.UTF_8);
    }

    private static String metric(RunningService service) throws Exception {
        return new String(service.bytes("/actuator/prometheus"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("barograph_model_fault "))
                .findFirst()
                .orElseThrow();
    }
}
