package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.ServiceTest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ObservationApiTest extends ServiceTest {

    @Autowired
    private DecisionStore store;

    @Autowired
    private Disclosure disclosure;

    @Test
    void decidesTheAccountAgainWithItsLastAttributesAndAllThatWasObserved() throws Exception {
        JsonNode before = decided("observed-1");

        HttpResponse<String> answer = post(observations("observed-1"), """
                {"as_of": "2026-03-02", "indicator": "seat_utilisation", "value": 5,
                 "observed_at": "2026-03-02T08:00:00Z", "source": "product-telemetry", "campaign_share": 0.1}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode after = json(answer);
        String place = "/api/v1/decisions/" + after.get("decision_id").asString();
        assertThat(answer.headers().firstValue("Location")).contains(place);
        assertThat(get(place).body()).isEqualTo(answer.body());
        assertThat(after.get("as_of").asString()).isEqualTo("2026-03-02");
        assertThat(after.get("segment")).isEqualTo(before.get("segment"));
        assertThat(overall(after)).isLessThan(overall(before));
        assertThat(after.get("changes").toString()).contains("seat_utilisation");
        DecisionRecord record = disclosure.tell(store.known(after.get("decision_id").asString()).bytes());
        assertThat(record.snapshot().attributes()).containsEntry("arr", new BigDecimal("180000"));
        assertThat(record.prior().entries())
                .contains(new IndicatorEntry("logins_per_week", LocalDate.of(2026, 3, 1), new BigDecimal("31"), null));
        assertThat(json(get("/api/v1/accounts/observed-1")).get("as_of").asString())
                .isEqualTo("2026-03-02");
    }

    @Test
    void keepsManyObservationsForLaterDecisions() throws Exception {
        decided("observed-2");

        post(observations("observed-2"), """
                {"as_of": "2026-03-03", "observations": [
                  {"indicator": "seat_utilisation", "value": 60, "observed_at": "2026-03-02"},
                  {"indicator": "seat_utilisation", "value": 70, "observed_at": "2026-03-03", "campaign_share": 0.5}]}""");
        JsonNode later = json(post(observations("observed-2"), """
                {"as_of": "2026-03-04", "indicator": "support_csat", "value": 4}"""));

        assertThat(disclosure.tell(store.known(later.get("decision_id").asString()).bytes())
                        .prior()
                        .entries())
                .contains(
                        new IndicatorEntry("seat_utilisation", LocalDate.of(2026, 3, 2), new BigDecimal("60"), null),
                        new IndicatorEntry(
                                "seat_utilisation",
                                LocalDate.of(2026, 3, 3),
                                new BigDecimal("70"),
                                new BigDecimal("0.5")));
    }

    @Test
    void tellsWhatTheContractDoesNotAdmitAndGoesOn() throws Exception {
        decided("observed-3");

        JsonNode decision = json(post(observations("observed-3"), """
                {"as_of": "2026-03-02", "observations": [
                  {"indicator": "seat_utilisation", "value": 140}, {"indicator": "no_such_thing", "value": 1},
                  {"indicator": "support_csat", "value": 2, "observed_at": "2026-03-03"}]}"""));

        assertThat(decision.get("issues")
                        .valueStream()
                        .map(issue -> issue.get("code").asString()))
                .contains("out-of-range", "not-in-contract", "after-as-of");
        assertThat(decision.get("status").asString()).isEqualTo("decided");
    }

    @Test
    void refusesAccountsItNeverDecided() throws Exception {
        HttpResponse<String> answer = post(observations("observed-nobody"), """
                {"indicator": "seat_utilisation", "value": 5}""");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asString()).contains("`observed-nobody`", "POST /api/v1/decisions");
        assertThat(get("/api/v1/accounts/observed-nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoObservation() throws Exception {
        decided("observed-4");

        assertThat(refusal("{}")).contains("observations: are missing");
        assertThat(refusal("{\"observations\": []}")).contains("observations: are missing");
        assertThat(refusal("{\"indicator\": \"seat_utilisation\"}")).contains("value: is missing");
        assertThat(refusal("{\"observations\": [{\"value\": 3}]}")).contains("observations[0]", "indicator");
        assertThat(refusal("{\"indicator\": \"seat_utilisation\", \"vale\": 3}"))
                .contains("did you mean `value`?");
        assertThat(refusal("{\"indicator\": \"x\", \"value\": 3, \"campaign_share\": \"a fifth\"}"))
                .contains("campaign_share", "must be a number");
        assertThat(
                        refusal(
                                "{\"indicator\": \"x\", \"value\": 3, \"observations\": [{\"indicator\": \"x\", \"value\": 3}]}"))
                .contains("not both");
    }

    private String refusal(String body) throws Exception {
        HttpResponse<String> answer = post(observations("observed-4"), body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).get("detail").asString();
    }

    @Test
    void answersTheSameRequestOnce() throws Exception {
        decided("observed-5");
        decided("observed-6");
        String body = "{\"as_of\": \"2026-03-02\", \"indicator\": \"seat_utilisation\", \"value\": 5}";

        HttpResponse<String> first = post(observations("observed-5"), body, "Idempotency-Key", "observed-5-key");
        HttpResponse<String> again = post(observations("observed-5"), body, "Idempotency-Key", "observed-5-key");
        HttpResponse<String> other = post(observations("observed-6"), body, "Idempotency-Key", "observed-5-key");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(get("/api/v1/accounts/observed-5/timeline"))
                        .get("items")
                        .size())
                .isEqualTo(2);
    }

    private JsonNode decided(String account) throws Exception {
        return json(post("/api/v1/decisions", """
                {"account_id": "%s", "as_of": "2026-03-01",
                 "attributes": {"arr": 180000, "lifecycle_stage": "renewal", "business_model": "saas"},
                 "indicators": {"seat_utilisation": 85, "support_csat": 4.2, "logins_per_week": 31}}
                """.formatted(account)));
    }

    private static String observations(String account) {
        return "/api/v1/accounts/" + account + "/observations";
    }

    private static BigDecimal overall(JsonNode decision) {
        return decision.get("scores").get("Overall").decimalValue();
    }
}
