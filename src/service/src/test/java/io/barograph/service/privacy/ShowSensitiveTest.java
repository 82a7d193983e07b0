package io.barograph.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:show-sensitive;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "barograph.privacy.shown-to=csm"
        })
class ShowSensitiveTest extends SensitiveServiceTest {

    @Test
    void tellsWhoMaySeeItEverythingUntilItIsErased() throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", body("shown", "2026-03-01"));
        String place = answer.headers().firstValue("Location").orElseThrow();

        assertThat(answer.body()).contains("41.5937").doesNotContain("[sealed]");
        assertThat(get(place).body()).isEqualTo(answer.body());
        assertThat(get("/api/v1/accounts/shown").body()).contains("Xanthippe & Daughters", "73918462.57");
        assertThat(plantsIn(dump())).isEmpty();

        post("/api/v1/accounts/shown/erasure", "{\"reason\": \"asked\", \"by\": \"office\"}");

        assertThat(plantsIn(get(place).body())).isEmpty();
        assertThat(get(place).body()).contains("[erased]");
        assertThat(plantsIn(get("/api/v1/accounts/shown").body())).isEmpty();
    }
}
