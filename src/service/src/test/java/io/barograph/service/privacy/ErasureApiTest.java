package io.barograph.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.service.models.RecordModels;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:erasure;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class ErasureApiTest extends SensitiveServiceTest {

    private static final String REQUEST = "{\"reason\": \"asked to be forgotten\", \"by\": \"privacy-office\"}";

    @Autowired
    private RecordModels models;

    @Test
    void deletesTheKeysAndRecordsIt() throws Exception {
        decide("erase-1", "2026-02-01");
        decide("erase-1", "2026-03-01");
        decide("erase-1b", "2026-03-01");
        long before = count("log_entry");

        JsonNode erased = json(erase("erase-1"));

        assertThat(erased.get("keys").size()).isEqualTo(1);
        assertThat(erased.get("records").asInt()).isEqualTo(2);
        JsonNode recorded = erased.get("erasures").get(0);
        assertThat(recorded.get("by").asString()).isEqualTo("privacy-office");
        assertThat(recorded.get("reason").asString()).isEqualTo("asked to be forgotten");
        assertThat(count("log_entry")).isEqualTo(before + 1);
        assertThat(count("account_key where account_id = 'erase-1'")).isZero();
        assertThat(count("account_key where account_id = 'erase-1b'")).isEqualTo(1);
    }

    @Test
    void findsNothingToEraseTheSecondTime() throws Exception {
        decide("erase-2", "2026-03-01");
        erase("erase-2");
        long before = count("log_entry");

        HttpResponse<String> again = erase("erase-2");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("keys")).isEmpty();
        assertThat(json(again).get("records").asInt()).isZero();
        assertThat(json(again).get("erasures").size()).isEqualTo(1);
        assertThat(json(erase("never-seen")).get("erasures")).isEmpty();
        assertThat(count("log_entry")).isEqualTo(before);
    }

    @Test
    void isToldWhereverAValueWas() throws Exception {
        String id = decide("erase-3", "2026-03-01");
        assertThat(get("/api/v1/decisions/" + id).body()).contains("[sealed]").doesNotContain("[erased]");

        erase("erase-3");

        assertThat(get("/api/v1/decisions/" + id).body()).contains("[erased]").doesNotContain("[sealed]");
        for (String place : List.of("/api/v1/decisions/" + id, "/api/v1/accounts/erase-3")) {
            assertThat(get(place).body())
                    .contains("[erased]", "`privacy-office`", "asked to be forgotten")
                    .doesNotContain("[sealed]");
        }
        assertThat(json(get("/api/v1/accounts/erase-3"))
                        .get("attributes")
                        .get("account_name")
                        .asString())
                .isEqualTo("[erased]");
        for (String type : List.of("application/json", "text/plain", "text/markdown")) {
            assertThat(get("/api/v1/decisions/" + id + "/explanation", "Accept", type)
                            .body()
                            .replaceAll("\\s+", " "))
                    .contains("asked to be forgotten");
        }
        HttpResponse<String> near = get("/api/v1/decisions/" + id + "/explanation?near_misses=3");
        assertThat(near.statusCode()).isEqualTo(410);
        assertThat(json(near).get("detail").asString()).contains("privacy-office");
    }

    @Test
    void leavesRecordsAndTheirHashesAsTheyAre() throws Exception {
        UUID id = UUID.fromString(decide("erase-4", "2026-03-01"));
        byte[] record = bytes("record", id);

        erase("erase-4");

        assertThat(bytes("record", id)).isEqualTo(record);
        assertThat(bytes("leaf_hash", id)).isEqualTo(MerkleHash.leaf(record).bytes());
        assertThat(get("/api/v1/decisions/" + id + "/proof").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesDecisionsProvenInWhichTheValuesPlayedNoPart() throws Exception {
        String id = id(post(
                "/api/v1/decisions",
                "{\"account_id\":\"erase-10\",\"as_of\":\"2026-03-01\",\"attributes\":{\"account_name\":\"Acme\"}}"));

        erase("erase-10");

        assertThat(replayed(id).get("result").asString()).isEqualTo("identical");
    }

    @Test
    void keepsADecisionThatTellsOfAValueFromBeingReplayed() throws Exception {
        String id = json(post(
                        "/api/v1/decisions",
                        "{\"account_id\":\"erase-8\",\"as_of\":\"2026-03-01\",\"attributes\":{\"account_name\":12}}"))
                .get("decision_id")
                .asString();
        assertThat(replayed(id).get("result").asString()).isEqualTo("identical");

        erase("erase-8");

        JsonNode replay = replayed(id);
        assertThat(replay.get("result").asString()).isEqualTo("erased");
        assertThat(replay.get("why").asString()).contains("privacy-office", "asked to be forgotten");
    }

    private JsonNode replayed(String id) throws Exception {
        return json(send(request("/api/v1/decisions/" + id + "/replay").POST(BodyPublishers.noBody())));
    }

    @Test
    void forgetsWhatWasErasedAndGoesOnWithANewKey() throws Exception {
        decide("erase-5", "2026-02-01");
        erase("erase-5");

        String next = id(post("/api/v1/accounts/erase-5/observations", """
                {"as_of": "2026-03-01", "indicator": "logins_per_week", "value": 12}"""));

        StoredRecord stored = StoredRecord.of(bytes("record", UUID.fromString(next)));
        assertThat(stored.keyId()).isEmpty();
        DecisionRecord record = stored.open(models.of(stored.modelDigest()));
        assertThat(record.snapshot().attributes()).containsOnlyKeys("industry");
        assertThat(new String(record.canonicalBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("[sealed]", "[erased]");
        assertThat(count("account_key where account_id = 'erase-5'")).isZero();

        decide("erase-5", "2026-03-02");

        assertThat(count("account_key where account_id = 'erase-5'")).isEqualTo(1);
        JsonNode again = json(erase("erase-5"));
        assertThat(again.get("records").asInt()).isEqualTo(1);
        assertThat(again.get("erasures").size()).isEqualTo(2);
    }

    @Test
    void remembersSensitiveReadingsUntilThen() throws Exception {
        decide("erase-6", "2026-02-01");
        String next = id(post("/api/v1/accounts/erase-6/observations", """
                {"as_of": "2026-03-01", "indicator": "logins_per_week", "value": 12}"""));

        StoredRecord stored = StoredRecord.of(bytes("record", UUID.fromString(next)));
        DecisionRecord record = DecisionRecord.read(
                stored.sealed(models.of(stored.modelDigest())).orElseThrow().told());

        assertThat(record.snapshot().attributes()).containsEntry("account_name", "[sealed]");
        assertThat(record.decision().contributions())
                .anyMatch(part -> "seat_utilisation".equals(part.indicator()) && "[sealed]".equals(part.value()));
        assertThat(record.prior().entries().toString()).contains("seat_utilisation", "[sealed]");
    }

    /** Each record is counted by exactly one erasure, or its key is still there. */
    @Test
    void losesNoKeyAndNoRecordWhenDecisionsAndErasuresRace() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<String>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 48; i++) {
                String asOf = LocalDate.of(2026, 1, 1).plusDays(i).toString();
                answers.add(callers.submit(() -> decide("racing", asOf)));
            }
            for (int i = 0; i < 12; i++) {
                assertThat(erase("racing").statusCode()).isEqualTo(200);
            }
            for (Future<String> answer : answers) {
                answer.get();
            }
        } finally {
            callers.shutdownNow();
        }

        JsonNode last = json(erase("racing"));

        long records = 0;
        for (JsonNode erasure : last.get("erasures")) {
            records += erasure.get("records").asLong();
        }
        assertThat(records).isEqualTo(48);
        assertThat(count("account_key where account_id = 'racing'")).isZero();
    }

    @Test
    void wantsAReasonAndAName() throws Exception {
        for (String request : List.of(
                "{}",
                "{\"reason\": \"r\"}",
                "{\"reason\": \" \", \"by\": \"b\"}",
                "{\"reason\": \"r\\nr\", \"by\": \"b\"}",
                "{\"reason\": \"r\", \"by\": \"" + "b".repeat(201) + "\"}")) {
            HttpResponse<String> answer = post("/api/v1/accounts/erase-7/erasure", request);
            assertThat(answer.statusCode()).as(request).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).matches("(reason|by): must be a text .*");
        }
    }

    private HttpResponse<String> erase(String account) throws Exception {
        return post("/api/v1/accounts/" + account + "/erasure", REQUEST);
    }

    private String decide(String account, String asOf) throws Exception {
        return id(post("/api/v1/decisions", body(account, asOf)));
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("decision_id").asString();
    }

    private byte[] bytes(String column, UUID id) {
        return client.sql("select " + column + " from log_entry where record_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
