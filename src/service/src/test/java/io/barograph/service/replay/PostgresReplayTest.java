package io.barograph.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.database.OnPostgres;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** Keeping models and replaying by them, as a role that may only add rows. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresReplayTest extends ServiceTest {

    @Test
    void aDecisionIsMadeAgainAndItsModelIsKept() throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", """
                {"account_id": "postgres-1", "as_of": "2026-03-01", "attributes": {"arr": 180000},
                 "indicators": {"seat_utilisation": 8, "logins_per_week": 31}}""");
        String decision = json(answer).get("decision_id").asString();
        String digest = json(answer).at("/model/digest").asString();

        JsonNode replay = json(post("/api/v1/decisions/" + decision + "/replay", ""));
        JsonNode model = json(get("/api/v1/models/" + digest));

        assertThat(replay.get("result").asString()).isEqualTo("identical");
        assertThat(model.get("state").asString()).isEqualTo("active");
        assertThat(model.get("files")).hasSizeGreaterThan(5);
        assertThat(count("log_event where event = 'model-activated'")).isEqualTo(1);
    }
}
