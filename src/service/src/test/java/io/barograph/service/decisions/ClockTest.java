package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import io.barograph.service.past.PackedPast;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** The clock goes wrong: what counts is the order of the log. */
@Import(SettableClock.Installed.class)
@DirtiesContext
class ClockTest extends ServiceTest {

    private static final List<String> TIMES = List.of(
            "2026-03-01T12:00:00Z",
            "2026-03-01T09:00:00Z",
            "2019-01-01T00:00:00Z",
            "2031-12-31T23:59:59Z",
            "2026-03-01T12:00:01Z");

    @Autowired
    private SettableClock clock;

    @Test
    void theOrderOfDecisionsIsThatOfTheLogWhateverTheClockSays() throws Exception {
        List<String> decided = new ArrayList<>();
        long signed = 0;
        for (int i = 0; i < TIMES.size(); i++) {
            clock.set(Instant.parse(TIMES.get(i)));
            JsonNode decision = json(post(
                    "/api/v1/decisions",
                    "{\"account_id\":\"clocked\",\"as_of\":\"2026-03-01\"," + "\"indicators\":{\"seat_utilisation\":"
                            + (10 + i) + "}}"));
            decided.add(decision.get("decision_id").asString());

            JsonNode proof = json(get("/api/v1/decisions/" + decided.get(i) + "/proof"));
            assertThat(proof.get("size").asLong()).isGreaterThan(signed);
            signed = proof.get("size").asLong();
            assertThat(json(get("/api/v1/accounts/clocked"))
                            .get("decision")
                            .get("decision_id")
                            .asString())
                    .isEqualTo(decided.get(i));
        }
        List<String> timeline = new ArrayList<>();
        json(get("/api/v1/accounts/clocked/timeline"))
                .get("items")
                .forEach(item -> timeline.add(0, item.get("decision_id").asString()));
        assertThat(timeline).isEqualTo(decided);
        assertThat(decided).doesNotHaveDuplicates();
        byte[] past = client.sql("select past from decision where account_id = 'clocked'"
                        + " order by leaf_index desc fetch first 1 row only")
                .query(byte[].class)
                .single();
        assertThat(PackedPast.read(past, LocalDate.of(2026, 3, 1)).sent())
                .singleElement()
                .returns("14", row -> row.reading().text());
    }

    @Test
    void aKeyIsNotForgottenWhenTheClockGoesBack() throws Exception {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        HttpResponse<String> first = post(
                "/api/v1/decisions", "{\"account_id\":\"keyed\",\"as_of\":\"2026-03-01\"}", "Idempotency-Key", "back");

        clock.set(Instant.parse("2025-03-01T12:00:00Z"));
        HttpResponse<String> again = post(
                "/api/v1/decisions", "{\"account_id\":\"keyed\",\"as_of\":\"2026-03-01\"}", "Idempotency-Key", "back");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");

        clock.set(Instant.parse("2026-03-02T12:00:01Z"));
        HttpResponse<String> expired = post(
                "/api/v1/decisions", "{\"account_id\":\"keyed\",\"as_of\":\"2026-03-01\"}", "Idempotency-Key", "back");
        assertThat(expired.statusCode()).isEqualTo(201);
        assertThat(expired.headers().firstValue("Idempotent-Replay")).isEmpty();
    }
}
