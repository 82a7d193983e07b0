package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperationsTest extends ServiceTest {

    @Test
    void isReadyWithAModelAndAStore() throws Exception {
        assertThat(json(get("/actuator/health/readiness")).get("status").asString())
                .isEqualTo("UP");
        assertThat(json(get("/actuator/health/liveness")).get("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void countsDecisionsAndFiredRules() throws Exception {
        post("/api/v1/decisions", "{\"account_id\":\"counted\",\"indicators\":{\"seat_utilisation\":65}}");

        String metrics = get("/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern("barograph_decisions_total\\{band=\"[^\"]+\",segment=\"[^\"]+\",status=\"decided\"} ")
                .contains("barograph_fired_rules_total{table=\"Scoring\"}")
                .contains("barograph_decision_seconds_bucket")
                .containsPattern("barograph_model\\{digest=\"sha256:[0-9a-f]{64}\",name=\"customer-health\"");
    }

    @Test
    void tellsTheActiveModel() throws Exception {
        JsonNode model = json(get("/api/v1/models")).get("items").get(0);

        assertThat(model.get("name").asString()).isEqualTo("customer-health");
        assertThat(model.get("digest").asString()).startsWith("sha256:");
        assertThat(model.get("segments").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("*", "enterprise", "marketplace", "mid-market", "smb");
        assertThat(json(get("/actuator/info")).get("model").get("digest")).isEqualTo(model.get("digest"));
    }

    @Test
    void theStartPageShowsAccountsAndRunsNoScript() throws Exception {
        post("/api/v1/decisions", "{\"account_id\":\"<b>bold</b>\"}");

        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(page.body())
                .contains("customer-health", "&lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("<b>bold", "<script", "http://", "https://");
        assertThat(get("/barograph.css").statusCode()).isEqualTo(200);
    }
}
