package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.service.ServiceTest;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.privacy.Disclosure;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DecisionApiTest extends ServiceTest {

    private static final String DECISIONS = "/api/v1/decisions";

    @Autowired
    private DecisionStore store;

    @Autowired
    private Disclosure disclosure;

    @Autowired
    private ActiveModel model;

    @Test
    void answersADecisionThatCanBeFetchedAgainByteForByte() throws Exception {
        HttpResponse<String> answer = post(DECISIONS, snapshot("fetch-1", "2026-03-01", 65));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode decision = json(answer);
        String place = DECISIONS + "/" + decision.get("decision_id").asString();
        assertThat(answer.headers().firstValue("Location")).contains(place);
        assertThat(decision.get("account_id").asString()).isEqualTo("fetch-1");
        assertThat(decision.get("status").asString()).isEqualTo("decided");
        assertThat(decision.get("fired").size()).isPositive();
        assertThat(get(place).body()).isEqualTo(answer.body());
    }

    @Test
    void contributionsOfTheAnswerAddUpToTheScores() throws Exception {
        JsonNode decision = json(post(DECISIONS, snapshot("sum-1", "2026-03-01", 65)));

        decision.get("scores").propertyStream().forEach(score -> {
            BigDecimal sum = decision.get("contributions")
                    .valueStream()
                    .filter(part -> part.get("score").asString().equals(score.getKey()))
                    .map(part -> part.get("points").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as(score.getKey())
                    .isEqualByComparingTo(score.getValue().decimalValue());
        });
    }

    @Test
    void explainTrimsTheAnswerButNotTheRecord() throws Exception {
        JsonNode none = json(post(DECISIONS + "?explain=none", snapshot("trim-1", "2026-03-01", 65)));
        String place = DECISIONS + "/" + none.get("decision_id").asString();

        assertThat(none.has("fired")).isFalse();
        assertThat(none.has("contributions")).isFalse();
        JsonNode summary = json(get(place + "?explain=summary"));
        assertThat(summary.has("fired")).isFalse();
        assertThat(summary.get("contributions").size()).isPositive();
        assertThat(json(get(place)).get("fired").size()).isPositive();
    }

    @Test
    void recordsWhatWasKnownOfTheAccount() throws Exception {
        post(DECISIONS, snapshot("known-1", "2026-02-01", 80));

        DecisionRecord record = recordOf(post(DECISIONS, snapshot("known-1", "2026-03-01", 65)));

        LocalDate february = LocalDate.of(2026, 2, 1);
        assertThat(record.prior().entries())
                .contains(new IndicatorEntry("seat_utilisation", february, new BigDecimal("80"), null))
                .anyMatch(entry -> entry instanceof ScoreEntry score
                        && score.score().equals("Overall")
                        && score.date().equals(february))
                .allMatch(entry -> !entry.date().isAfter(LocalDate.of(2026, 3, 1)));
        assertThat(record.snapshot().accountId()).isEqualTo("known-1");
    }

    @Test
    void tellsEveryPointOfAChangeFromWhatItKnows() throws Exception {
        JsonNode first = json(post(DECISIONS, told("moved-1", "2026-02-01", 80, "adoption")));

        HttpResponse<String> answer = post(DECISIONS, told("moved-1", "2026-03-01", 30, "renewal"));

        JsonNode changes = json(answer).get("changes");
        BigDecimal sum = changes.valueStream()
                .map(change -> change.get("points").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isNotEqualByComparingTo(BigDecimal.ZERO)
                .isEqualByComparingTo(overall(json(answer)).subtract(overall(first)));
        assertThat(changes.toString())
                .contains("lifecycle_stage", "seat_utilisation")
                .doesNotContain("\"model\"");
        assertThat(recordOf(answer).prior().entries()).anyMatch(AttributesEntry.class::isInstance);
    }

    @Test
    void decidesTheSameAgainFromTheRecordAlone() throws Exception {
        post(DECISIONS, told("again-1", "2026-02-01", 80, "adoption"));
        DecisionRecord record = recordOf(post(DECISIONS, told("again-1", "2026-03-01", 30, "renewal")));

        DecisionRecord again = new DecisionRecord(
                record.snapshot(),
                record.prior(),
                record.engineVersion(),
                record.caller(),
                record.decisionId(),
                record.decidedAt(),
                model.hold().decider().decide(record.snapshot(), record.prior()));

        assertThat(new String(again.canonicalBytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(record.canonicalBytes(), StandardCharsets.UTF_8));
    }

    private static BigDecimal overall(JsonNode decision) {
        return decision.get("scores").get("Overall").decimalValue();
    }

    private static String told(String account, String asOf, int seats, String lifecycle) {
        return """
                {"account_id": "%s", "as_of": "%s",
                 "attributes": {"arr": 180000, "business_model": "saas", "lifecycle_stage": "%s"},
                 "indicators": {"seat_utilisation": %d, "support_csat": 4.2, "logins_per_week": 31}}
                """.formatted(account, asOf, lifecycle, seats);
    }

    @Test
    void aPlaybookThatRunsIsNotOfferedAgainWhileItCools() throws Exception {
        JsonNode first = json(post(DECISIONS, snapshot("cool-1", "2026-03-01", 3)));
        JsonNode second = json(post(DECISIONS, snapshot("cool-1", "2026-03-02", 3)));

        Set<String> running = new HashSet<>();
        first.get("playbooks")
                .forEach(playbook -> running.add(playbook.get("playbook").asString()));
        assertThat(running).isNotEmpty();
        assertThat(second.get("playbooks").valueStream())
                .anyMatch(playbook -> running.contains(playbook.get("playbook").asString())
                        && !playbook.get("cooling_until").isNull());
    }

    @Test
    void aStatelessDecisionNeitherUsesNorChangesWhatIsKnown() throws Exception {
        post(DECISIONS, snapshot("what-if-1", "2026-02-01", 80));

        DecisionRecord record = recordOf(post(DECISIONS + "?stateless=true", snapshot("what-if-1", "2026-03-01", 5)));

        assertThat(record.prior().entries()).isEmpty();
        assertThat(json(get("/api/v1/accounts/what-if-1")).get("as_of").asString())
                .isEqualTo("2026-02-01");
        assertThat(json(get("/api/v1/accounts/what-if-1/timeline")).get("items").size())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyAndRequestGetTheSameAnswerAgain() throws Exception {
        String body = snapshot("idem-1", "2026-03-01", 65);

        HttpResponse<String> first = post(DECISIONS, body, "Idempotency-Key", "idem-1");
        HttpResponse<String> again = post(DECISIONS, body, "Idempotency-Key", "idem-1");

        assertThat(first.headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(decisionsOf("idem-1")).isEqualTo(1);
    }

    @Test
    void aKeyIsRefusedWithAnotherBodyOrOtherParameters() throws Exception {
        post(DECISIONS, snapshot("idem-2", "2026-03-01", 65), "Idempotency-Key", "idem-2");

        HttpResponse<String> otherBody =
                post(DECISIONS, snapshot("idem-2", "2026-03-01", 66), "Idempotency-Key", "idem-2");
        HttpResponse<String> otherParameters =
                post(DECISIONS + "?explain=none", snapshot("idem-2", "2026-03-01", 65), "Idempotency-Key", "idem-2");

        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(json(otherBody).get("type").asString()).isEqualTo("urn:barograph:problem:idempotency-key-reused");
        assertThat(otherParameters.statusCode()).isEqualTo(422);
        assertThat(decisionsOf("idem-2")).isEqualTo(1);
    }

    @Test
    void concurrentRequestsWithOneKeyMakeOneDecision() throws Exception {
        String body = snapshot("idem-3", "2026-03-01", 65);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        Set<String> answers = new HashSet<>();
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(() -> post(DECISIONS, body, "Idempotency-Key", "idem-3"));
            }
            for (Future<HttpResponse<String>> call : callers.invokeAll(calls)) {
                assertThat(call.get().statusCode()).isEqualTo(201);
                answers.add(call.get().body());
            }
        } finally {
            callers.shutdown();
        }
        assertThat(answers).hasSize(1);
        assertThat(decisionsOf("idem-3")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() throws Exception {
        HttpResponse<String> answer = post(DECISIONS, snapshot("idem-4", "2026-03-01", 65), "Idempotency-Key", "a b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains("Idempotency-Key");
        assertThat(decisionsOf("idem-4")).isZero();
    }

    @Test
    void readingsOutOfContractAreToldOnceAndNotRemembered() throws Exception {
        JsonNode first = json(post(DECISIONS, snapshot("odd-1", "2026-03-01", 5_000)));
        JsonNode second = json(post(DECISIONS, "{\"account_id\":\"odd-1\",\"as_of\":\"2026-03-02\"}"));

        assertThat(first.get("issues").valueStream())
                .anyMatch(issue -> issue.get("code").asString().equals("out-of-range"));
        assertThat(second.get("issues").valueStream())
                .noneMatch(issue -> issue.get("code").asString().equals("out-of-range"));
    }

    @Test
    void anAccountIdMayHoldAnything() throws Exception {
        String id = "a/b ü%2F?\\\"x\\\"";

        assertThat(post(DECISIONS, snapshot(id, "2026-03-01", 65)).statusCode()).isEqualTo(201);

        HttpResponse<String> account = get("/api/v1/accounts/a%2Fb%20%C3%BC%252F%3F%22x%22");
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(json(account).get("account_id").asString()).isEqualTo("a/b ü%2F?\"x\"");
        assertThat(get(json(account).get("timeline").asString()).statusCode()).isEqualTo(200);
    }

    private DecisionRecord recordOf(HttpResponse<String> answer) {
        UUID id = UUID.fromString(json(answer).get("decision_id").asString());
        return disclosure.tell(store.find(id).orElseThrow().bytes());
    }

    private long decisionsOf(String account) {
        return client.sql("select count(*) from decision where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private static String snapshot(String account, String asOf, int seatUtilisation) {
        return """
                {"account_id": "%s", "as_of": "%s", "attributes": {"arr": 180000},
                 "indicators": {"seat_utilisation": %d, "logins_per_week": 31}}""".formatted(account, asOf, seatUtilisation);
    }

    /** Requests that come together are decided together, unless that fails. */
    @Test
    void anAccountThatCannotBeDecidedHindersNoOther() throws Exception {
        String poisoned = "{\"account_id\":\"poisoned\",\"as_of\":\"2026-03-01\"}";
        assertThat(post("/api/v1/decisions", poisoned).statusCode()).isEqualTo(201);
        byte[] past = client.sql("select past from decision where account_id = 'poisoned'")
                .query(byte[].class)
                .single();
        setPastOfPoisoned(new byte[] {99});
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> good = new ArrayList<>();
            List<Future<Integer>> bad = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String body = "{\"account_id\":\"beside-%d\",\"as_of\":\"2026-03-01\"}".formatted(i);
                bad.add(threads.submit(() -> post("/api/v1/decisions", poisoned).statusCode()));
                good.add(threads.submit(() -> post("/api/v1/decisions", body).statusCode()));
            }
            for (Future<Integer> answer : bad) {
                assertThat(answer.get()).isEqualTo(500);
            }
            for (Future<Integer> answer : good) {
                assertThat(answer.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
            setPastOfPoisoned(past);
        }
        assertThat(post("/api/v1/decisions", poisoned).statusCode()).isEqualTo(201);
    }

    private void setPastOfPoisoned(byte[] past) {
        client.sql("update decision set past = ? where account_id = 'poisoned'")
                .param(past)
                .update();
    }
}
