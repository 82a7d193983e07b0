package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.crash.Answered;
import io.barograph.service.crash.Request;
import io.barograph.service.crash.StoredLog;
import io.barograph.service.database.H2Database;
import io.barograph.service.database.SmallDisk;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The disk of an embedded database is full for a while. */
@DirtiesContext
class DiskFullTest extends ServiceTest {

    @TempDir
    static Path folder;

    @Autowired
    private DataSource database;

    private final Map<String, Answered> answered = new HashMap<>();
    private int number;

    @DynamicPropertySource
    static void onASmallDisk(DynamicPropertyRegistry properties) {
        SmallDisk.install();
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:small:" + folder.resolve("barograph").toAbsolutePath() + H2Database.SETTINGS);
        properties.add("barograph.audit.keys", () -> folder.resolve("keys").toString());
    }

    @AfterEach
    void makeRoom() {
        SmallDisk.size(Long.MAX_VALUE);
    }

    @Test
    void nothingIsAnsweredThatDoesNotFitAndItGoesOnWhenThereIsRoom() throws Exception {
        for (int round = 0; round < 3; round++) {
            awaitRoom();
            for (int i = 0; i < 5; i++) {
                assertThat(send()).isEqualTo(201);
            }
            SmallDisk.size(Files.size(folder.resolve("barograph.mv.db")) + 40_000L * round);
            int status = 201;
            for (int i = 0; i < 500 && status == 201; i++) {
                status = send();
            }
            assertThat(status).isEqualTo(503);
            for (int i = 0; i < 5; i++) {
                assertThat(send()).isIn(201, 503);
            }
            SmallDisk.size(Long.MAX_VALUE);
        }
        awaitRoom();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        new StoredLog(check -> check.accept(database)).check(answered, List.of());
    }

    /** The database closes itself when it cannot write; the service opens it again by itself. */
    private void awaitRoom() throws Exception {
        int status = 503;
        for (int i = 0; i < 100 && status == 503; i++) {
            status = send();
            Thread.sleep(status == 503 ? 100 : 0);
        }
        assertThat(status).isEqualTo(201);
    }

    private int send() throws Exception {
        String name = "req-" + ++number + "-0-0";
        HttpResponse<String> answer = post(
                "/api/v1/decisions",
                "{\"account_id\":\"acme\",\"as_of\":\"2026-03-01\",\"history\":" + Request.signature(name) + "}",
                "Idempotency-Key",
                name);
        if (answer.statusCode() == 201) {
            answered.put(
                    name,
                    new Answered(
                            UUID.fromString(json(answer).get("decision_id").asString()),
                            name,
                            Answered.digest(answer.body().getBytes(StandardCharsets.UTF_8))));
        }
        return answer.statusCode();
    }
}
