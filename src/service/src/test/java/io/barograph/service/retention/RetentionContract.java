package io.barograph.service.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What retention must do on any database: old records go, young ones, events and proofs stay. */
@Import(SettableClock.Installed.class)
@DirtiesContext
abstract class RetentionContract extends ServiceTest {

    @Autowired
    private SettableClock clock;

    @Test
    void takesOldRecordsAwayAndLeavesProofsOfThem() throws Exception {
        clock.set(Instant.parse("2026-01-10T10:00:00Z"));
        List<String> old = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            old.add(decide("old-" + i, "2026-01-10"));
        }
        String oldOfReturning = decide("returning", "2026-01-10");
        clock.set(Instant.parse("2026-06-10T10:00:00Z"));
        String young = decide("returning", "2026-06-10");
        clock.set(Instant.parse("2026-06-30T10:00:00Z"));
        for (int day = 11; day < 30; day++) {
            decide("young", "2026-06-" + day);
            decide("returning", "2026-06-" + day);
        }
        assertThat(count("account_past")).isEqualTo(2);
        long entries = count("log_entry");
        clock.set(Instant.parse("2026-11-20T10:00:00Z"));

        HttpResponse<String> tooYoung = post("/api/v1/audit/retention?before=2026-06-30", "");
        assertThat(tooYoung.statusCode()).isEqualTo(400);
        assertThat(json(tooYoung).get("detail").asString()).contains("2026-05-20 or earlier");

        HttpResponse<String> done = post("/api/v1/audit/retention?before=2026-03-01", "");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        JsonNode tombstone = json(done).get("tombstones").get(0);
        assertThat(tombstone.get("records").asLong()).isEqualTo(6);
        assertThat(tombstone.get("before").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(json(done).get("tombstones").size()).isEqualTo(1);

        for (String id : old) {
            HttpResponse<String> gone = get("/api/v1/decisions/" + id);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(json(gone).get("type").asString()).isEqualTo("urn:barograph:problem:gone");
            assertProven(id);
        }
        assertProven(oldOfReturning);
        assertThat(get("/api/v1/accounts/old-1").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/decisions/" + young).statusCode()).isEqualTo(200);
        assertThat(count("account_past"))
                .as("what holds what was taken away goes too")
                .isEqualTo(1);
        assertThat(count("account_past where account_id = 'young'")).isEqualTo(1);
        assertProven(young);
        assertThat(json(get("/api/v1/accounts/returning/timeline")).get("items").size())
                .isEqualTo(20);
        assertThat(count("log_entry")).isEqualTo(entries + 1);
        assertThat(count("log_entry where record is null")).isEqualTo(6);

        HttpResponse<String> again = post("/api/v1/audit/retention?before=2026-03-01", "");
        assertThat(json(again).get("tombstones").size()).isZero();
        assertThat(json(get("/api/v1/audit/retention")).get("tombstones").size())
                .isEqualTo(1);
    }

    private String decide(String account, String asOf) throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/decisions",
                "{\"account_id\":\"" + account + "\",\"as_of\":\"" + asOf
                        + "\",\"indicators\":{\"seat_utilisation\":40}}",
                "Idempotency-Key",
                account + asOf);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("decision_id").asString();
    }

    private void assertProven(String id) throws Exception {
        JsonNode proof = json(get("/api/v1/decisions/" + id + "/proof"));
        SignedNote note = SignedNote.parse(proof.get("checkpoint").asString());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<Hash> path = new ArrayList<>();
        proof.get("proof").forEach(hash -> path.add(Hash.ofBase64(hash.asString())));
        assertThat(note.verify(List.of(VerifierKey.parse(proof.get("key").asString())))
                        .valid())
                .isTrue();
        assertThat(new InclusionProof(proof.get("index").asLong(), checkpoint.size(), path)
                        .verifies(Hash.ofBase64(proof.get("leaf").asString()), checkpoint.root()))
                .isTrue();
    }
}
