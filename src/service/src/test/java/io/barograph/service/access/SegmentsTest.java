package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What callers see and do whose roles hold in one segment. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:segments;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class SegmentsTest extends ServiceTest {

    private static final String SMALL =
            "{\"account_id\":\"small\",\"as_of\":\"2026-03-01\",\"attributes\":{\"arr\":5000}}";
    private static final String LARGE =
            "{\"account_id\":\"large\",\"as_of\":\"2026-03-01\",\"attributes\":{\"arr\":900000}}";

    @Test
    void listsShowWhatIsInTheirs() throws Exception {
        String mine = decided(SMALL).get("segment").asString();
        assertThat(decided(LARGE).get("segment").asString()).isNotEqualTo(mine);
        String token = caller(mine);

        JsonNode accounts = json(send(bearer("/api/v1/accounts", token)));
        assertThat(accounts.get("items")
                        .valueStream()
                        .map(row -> row.get("account_id").asString()))
                .contains("small")
                .doesNotContain("large");
        String home = send(bearer("/", token)).body();
        assertThat(home).contains(">small<").doesNotContain(">large<");
        assertThat(json(send(bearer(
                                "/api/v1/accounts?segment="
                                        + decided(LARGE).get("segment").asString(),
                                token)))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void decisionsThatFallElsewhereAreNeitherAnsweredNorKept() throws Exception {
        String mine = decided(SMALL).get("segment").asString();
        String token = caller(mine);
        String fresh = LARGE.replace("large", "large-and-new");

        HttpResponse<String> answer = decide(token, fresh);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("scores");
        assertThat(count("decision where account_id = 'large-and-new'")).isZero();
        assertThat(decide(token, SMALL).statusCode()).isEqualTo(201);
    }

    @Test
    void anAccountOfElsewhereIsNotPulledOverByOtherAttributes() throws Exception {
        String mine = decided(SMALL).get("segment").asString();
        decided(LARGE.replace("large", "moved"));

        HttpResponse<String> answer = decide(caller(mine), SMALL.replace("small", "moved"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(count("decision where account_id = 'moved'")).isEqualTo(1);
    }

    @Test
    void linesOfABatchThatFallElsewhereDoNotHinderTheOthers() throws Exception {
        String mine = decided(SMALL).get("segment").asString();
        String lines =
                SMALL + "\n" + LARGE.replace("large", "large-in-batch") + "\n" + SMALL.replace("small", "small-2");

        HttpResponse<String> answer = send(bearer("/api/v1/decisions/batch", caller(mine))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));

        List<JsonNode> answers = answer.body().lines().map(JSON::readTree).toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get("segment").asString()).isEqualTo(mine);
        assertThat(answers.get(1).get("error").get("status").asInt()).isEqualTo(403);
        assertThat(answers.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(answers.get(2).get("account_id").asString()).isEqualTo("small-2");
        assertThat(count("decision where account_id = 'large-in-batch'")).isZero();
    }

    @Test
    void anIdempotencyKeyOfAnotherCallerTellsNothing() throws Exception {
        String first =
                post("/api/v1/decisions", SMALL, "Idempotency-Key", "shared").body();
        String mine = json(get("/api/v1/accounts/small"))
                .get("decision")
                .get("segment")
                .asString();

        HttpResponse<String> other = send(bearer("/api/v1/decisions", caller(mine))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "shared")
                .POST(BodyPublishers.ofString(SMALL)));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body())
                .doesNotContain(JSON.readTree(first).get("decision_id").asString());
    }

    private JsonNode decided(String body) throws Exception {
        return json(post("/api/v1/decisions", body));
    }

    private HttpResponse<String> decide(String token, String body) throws Exception {
        return send(bearer("/api/v1/decisions", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private String caller(String segment) {
        return KeysForTests.plant(
                client,
                "of-" + segment,
                EnumSet.of(Role.DECIDER, Role.CSM, Role.AUDITOR),
                SegmentScope.of(Set.of(segment)));
    }

    private java.net.http.HttpRequest.Builder bearer(String path, String token) {
        return strange(path).header("Authorization", "Bearer " + token);
    }
}
