package io.barograph.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.service.models.RecordModels;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Sends what is sensitive through every door and looks for it in everything that comes out, and in the database. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:nothing-sensitive;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "logging.level.io.barograph=DEBUG"
        })
class NothingSensitiveIsToldTest extends SensitiveServiceTest {

    private final List<String> told = new ArrayList<>();

    @Autowired
    private RecordModels models;

    @BeforeEach
    void plantsAreFoundWhereTheyAre() {
        assertThat(plantsIn(body("any", "2026-03-01"))).hasSize(PLANTS.size() - 1);
    }

    @Test
    void inNoAnswer(CapturedOutput log) throws Exception {
        String first = id(tell(post("/api/v1/decisions", body("acme", "2026-02-01"), "Idempotency-Key", "acme-1")));
        tell(post("/api/v1/decisions", body("acme", "2026-02-01"), "Idempotency-Key", "acme-1"));
        String second = id(tell(post("/api/v1/decisions", body("acme", "2026-03-01"))));
        tell(post("/api/v1/decisions?stateless=true", body("acme", "2026-03-02")));
        for (String id : List.of(first, second)) {
            for (String explain : List.of("none", "summary", "full")) {
                tell(get("/api/v1/decisions/" + id + "?explain=" + explain));
            }
            for (String type : List.of("application/json", "text/plain", "text/markdown")) {
                tell(get("/api/v1/decisions/" + id + "/explanation?near_misses=100", "Accept", type));
            }
            tell(get("/api/v1/decisions/" + id + "/proof"));
        }
        tell(post("/api/v1/accounts/acme/observations", """
                {"as_of": "2026-03-03", "indicator": "seat_utilisation", "value": 41.5937, "source": "Ouagadougou"}"""));
        tell(get("/api/v1/accounts"));
        tell(get("/api/v1/accounts?band=red"));
        tell(get("/api/v1/accounts/acme"));
        tell(get("/api/v1/accounts/acme/timeline"));
        tell(get("/actuator/prometheus"));
        tell(get("/actuator/health"));
        tell(get("/"));
        tell(get("/api/v1/audit/checkpoint"));
        nothingIsSensitive(log);
        assertThat(told.get(0)).contains("[sealed]");
    }

    @Test
    void inNoError(CapturedOutput log) throws Exception {
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": {\"account_name\": Xanthippe}}"));
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": {\"account_name\": \"Xanthippe}}"));
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": \"Xanthippe\"}"));
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": [\"Xanthippe\"]}"));
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": {\"arr\": 73918462.57.1}}"));
        tell(post("/api/v1/decisions", "{\"account_id\": \"bad\", \"attributes\": {\"arr\": 73918462e}}"));
        tell(post("/api/v1/decisions", """
                {"account_id": "bad", "history": [{"score": "Overall", "as_of": "2026-01-01", "value": "Xanthippe"}]}"""));
        tell(post("/api/v1/decisions", """
                {"account_id": "bad", "indicators": {"seat_utilisation": {"value": 1, "campaign_share": "41.5937"}}}"""));
        tell(post("/api/v1/decisions", """
                {"account_id": "wrong", "attributes": {"arr": "73918462.57 Xanthippe", "renewal_date": 41.5937,
                 "contract_status": "Quetzal", "account_name": ["Xanthippe"]},
                 "indicators": {"seat_utilisation": 9393.7412, "Seat utilisation": "Xanthippe"}}"""));
        tell(postLines(
                "/api/v1/decisions/batch",
                body("line-1", "2026-03-01") + "\n{\"account_id\": \"bad\", \"attributes\":"
                        + " {\"account_name\": Xanthippe}}\nXanthippe\n" + body("line-4", "2026-03-01") + "\n"));
        nothingIsSensitive(log);
    }

    @Test
    void whenTheStoreFails(CapturedOutput log) throws Exception {
        client.sql("alter table account_key rename to key_elsewhere").update();
        try {
            assertThat(tell(post("/api/v1/decisions", body("unlucky", "2026-03-01")))
                            .statusCode())
                    .isEqualTo(503);
            tell(postLines("/api/v1/decisions/batch", body("unlucky", "2026-03-01")));
        } finally {
            client.sql("alter table key_elsewhere rename to account_key").update();
        }
        client.sql("alter table account add constraint nobody check (account_id <> 'unlucky')")
                .update();
        try {
            assertThat(tell(post("/api/v1/decisions", body("unlucky", "2026-03-01")))
                            .statusCode())
                    .isEqualTo(503);
        } finally {
            client.sql("alter table account drop constraint nobody").update();
        }
        nothingIsSensitive(log);
    }

    private void nothingIsSensitive(CapturedOutput log) {
        told.forEach(answer -> assertThat(plantsIn(answer)).as(answer).isEmpty());
        assertThat(plantsIn(log.getAll())).as("the log").isEmpty();
        String dump = dump();
        assertThat(dump).contains("LOG_ENTRY", "DECISION");
        assertThat(plantsIn(dump)).as("the database").isEmpty();
        client.sql("select record from log_entry where kind = 'decision' and record is not null")
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(this::nothingIsSensitive);
    }

    /** A dump has packed records in hexadecimal digits, so their bytes and what they say without a key are looked at. */
    private void nothingIsSensitive(byte[] record) {
        StoredRecord stored = StoredRecord.of(record);
        assertThat(plantsIn(new String(record, StandardCharsets.ISO_8859_1))).as("a record's bytes").isEmpty();
        assertThat(plantsIn(new String(stored.json(models.of(stored.modelDigest())), StandardCharsets.UTF_8)))
                .as("what a record says")
                .isEmpty();
    }

    private HttpResponse<String> tell(HttpResponse<String> answer) {
        told.add(answer.body() + answer.headers().map());
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("decision_id").asString();
    }
}
