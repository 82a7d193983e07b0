package io.barograph.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A pass that takes so small a share of the processor that it rests for minutes after its first records. */
@TestPropertySource(properties = "barograph.replay.share=0.0001")
class OneSweepAtATimeTest extends ServiceTest {

    @Test
    void aSecondPassIsRefusedUntilTheFirstIsStopped() throws Exception {
        for (int account = 0; account < 3; account++) {
            post("/api/v1/decisions", "{\"account_id\":\"sweep-" + account + "\"}");
        }
        HttpResponse<String> first = post("/api/v1/audit/replays?from=1", "");
        String place = first.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> second = post("/api/v1/audit/replays", "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).get("type").asString()).isEqualTo("urn:barograph:problem:replay-running");
        assertThat(json(second).get("detail").asString()).contains(place);

        JsonNode stopped = json(send(request(place).DELETE()));
        assertThat(stopped.get("state").asString()).isEqualTo("stopped");
        assertThat(stopped.get("from").asLong()).isEqualTo(1);
        assertThat(stopped.get("finished").isNull()).isFalse();

        HttpResponse<String> third = post("/api/v1/audit/replays", "");
        assertThat(third.statusCode()).isEqualTo(202);
        send(request(third.headers().firstValue("Location").orElseThrow()).DELETE());
        assertThat(json(get(place)).get("state").asString()).isEqualTo("stopped");
    }
}
