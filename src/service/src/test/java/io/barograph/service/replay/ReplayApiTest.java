package io.barograph.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.Disclosure;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReplayApiTest extends ServiceTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("barograph.root"), "samples/customer-health/accounts.ndjson");

    @Autowired
    private ActiveModel active;

    @Autowired
    private Disclosure disclosure;

    @Autowired
    private AccountKeys keys;

    @Test
    void everyKindOfDecisionIsDecidedAgainIdentically() throws Exception {
        String first = decide("replay-1", "2026-03-01", 65);
        String later = decide("replay-1", "2026-04-01", 20);
        String stateless = id(post("/api/v1/decisions?stateless=true", body("replay-1", "2026-04-02", 30)));
        String observed = id(post(
                "/api/v1/accounts/replay-1/observations",
                "{\"as_of\":\"2026-04-03\",\"indicator\":\"seat_utilisation\",\"value\":\"much\"}"));
        String untidy = id(
                post(
                        "/api/v1/decisions",
                        "{\"indicators\":{\"seat_utilisation\":1.50e2,\"nps\":true,\"logins_per_week\":\"x\"},\"attributes\":"
                                + "{\"Renewal date\":\"soon\",\"arr\":\"1\",\"zzz\":1.10,\"aaa\":2},\"account_id\":\"replay-1\"}"));

        for (String decision : List.of(first, later, stateless, observed, untidy)) {
            HttpResponse<String> answer = replay(decision);

            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode replay = json(answer);
            assertThat(replay.get("result").asString()).as(answer.body()).isEqualTo("identical");
            assertThat(replay.get("decision_id").asString()).isEqualTo(decision);
            assertThat(replay.get("differences")).isEmpty();
            assertThat(replay.at("/engine/recorded")).isEqualTo(replay.at("/engine/replayed"));
            assertThat(replay.at("/model/digest").asString()).startsWith("sha256:");
        }
    }

    @Test
    void aChangedRecordIsToldWithThePlace() throws Exception {
        String decision = decide("replay-2", "2026-03-01", 65);
        byte[] record = record(decision);
        keep(decision, new TamperedRecords(active, disclosure, keys).withOverall(record, 1_234));

        JsonNode replay = json(replay(decision));
        keep(decision, record);

        assertThat(replay.get("result").asString()).isEqualTo("different");
        JsonNode difference = replay.get("differences")
                .valueStream()
                .filter(each -> each.get("place").asString().equals("/decision/scores/Overall"))
                .findFirst()
                .orElseThrow();
        assertThat(difference.get("recorded").asDouble()).isEqualTo(12.34);
        assertThat(difference.get("replayed").isNumber()).isTrue();
        assertThat(json(replay(decision)).get("result").asString()).isEqualTo("identical");
    }

    @Test
    void aRecordThatIsNoneIsToldSo() throws Exception {
        String decision = decide("replay-3", "2026-03-01", 65);
        byte[] record = record(decision);
        for (String none : List.of("{\"v\":1}", "nonsense", "{\"sealed\":{\"alg\":\"rot13\"}}")) {
            keep(decision, none.getBytes(UTF_8));

            JsonNode replay = json(replay(decision));

            assertThat(replay.get("result").asString()).as(none).isEqualTo("unreadable");
            assertThat(replay.get("why").asString()).isNotBlank();
        }
        keep(decision, record);
    }

    @Test
    void anUnknownDecisionIsNotFound() throws Exception {
        assertThat(replay(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(replay("nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aPassOverTheLogDecidesEveryDecisionAgain() throws Exception {
        String samples = String.join("\n", Files.readAllLines(SAMPLES).subList(0, 100));
        long from = count("log_entry");
        for (String name : List.of("replay-one", "replay-two")) {
            HttpResponse<String> key = post("/api/v1/access/keys", "{\"name\":\"" + name + "\",\"roles\":[\"csm\"]}");
            assertThat(key.statusCode()).as(key.body()).isEqualTo(201);
        }
        postLines("/api/v1/decisions/batch", samples);
        postLines("/api/v1/decisions/batch", samples.replace("\"as_of\":\"2026-03-01\"", "\"as_of\":\"2026-04-01\""));
        String tampered = decide("replay-4", "2026-03-01", 65);
        byte[] record = record(tampered);
        keep(tampered, new TamperedRecords(active, disclosure, keys).withOverall(record, 1_234));

        HttpResponse<String> started = post("/api/v1/audit/replays?from=" + from, "");
        assertThat(started.statusCode()).isEqualTo(202);
        JsonNode pass = finished(started.headers().firstValue("Location").orElseThrow());
        keep(tampered, record);

        assertThat(pass.get("state").asString()).isEqualTo("finished");
        assertThat(pass.get("from").asLong()).isEqualTo(from);
        assertThat(pass.get("done").asLong()).isEqualTo(pass.get("total").asLong());
        assertThat(pass.get("events").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(pass.get("identical").asLong()).isGreaterThanOrEqualTo(200);
        assertThat(pass.get("different").asLong()).isEqualTo(1);
        assertThat(pass.get("not_replayed")).isEmpty();
        assertThat(pass.at("/differing/0/decision_id").asString()).isEqualTo(tampered);
        assertThat(pass.at("/differing/0/places/0").asString()).startsWith("/decision/");
        assertThat(get("/actuator/prometheus").body())
                .contains("barograph_replay_sweep_done", "barograph_replays_total{result=\"identical\"}");
    }

    @Test
    void aRangeThatIsNoneIsRefused() throws Exception {
        assertThat(post("/api/v1/audit/replays?from=5&to=2", "").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/audit/replays?to=1000000000", "").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/audit/replays/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    /** However long it takes: a pass yields to whatever else the processor does. */
    private JsonNode finished(String place) throws Exception {
        JsonNode pass = json(get(place));
        while (pass.get("state").asString().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(100);
            pass = json(get(place));
        }
        return pass;
    }

    private String decide(String account, String day, int seats) throws Exception {
        return id(post("/api/v1/decisions", body(account, day, seats)));
    }

    private static String body(String account, String day, int seats) {
        return "{\"account_id\":\"" + account + "\",\"as_of\":\"" + day
                + "\",\"attributes\":{\"arr\":180000,\"lifecycle_stage\":\"renewal\",\"account_name\":\"Planted Name\"},"
                + "\"indicators\":{\"seat_utilisation\":" + seats + ",\"logins_per_week\":31}}";
    }

    private static String id(HttpResponse<String> answer) {
        return json(answer).get("decision_id").asString();
    }

    private HttpResponse<String> replay(String decision) throws Exception {
        return post("/api/v1/decisions/" + decision + "/replay", "");
    }

    private byte[] record(String decision) {
        return client.sql("select record from log_entry where record_id = ?")
                .param(UUID.fromString(decision))
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** As someone who can write to the database would. */
    private void keep(String decision, byte[] record) {
        client.sql("update log_entry set record = ? where record_id = ?")
                .params(record, UUID.fromString(decision))
                .update();
    }
}
