package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LimitsTest extends ServiceTest {

    @Test
    void countsRequestsOfEachCallerWithinASecond() {
        AtomicLong now = new AtomicLong(1_000_000_000_000L);
        RequestRates rates = new RequestRates(properties(3, 1), now::get);

        List<Boolean> first = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            first.add(rates.caller("user:anna"));
        }
        assertThat(first).containsExactly(true, true, true, false, false);
        assertThat(rates.caller("user:boris")).isTrue();
        assertThat(rates.stranger("192.0.2.1")).isTrue();
        assertThat(rates.stranger("192.0.2.1")).isFalse();
        now.addAndGet(999_999_999L);
        assertThat(rates.caller("user:anna")).isFalse();
        now.incrementAndGet();
        assertThat(rates.caller("user:anna")).isTrue();
    }

    @Test
    void refusesBodiesThatAreTooLargeForAnything() throws Exception {
        String body = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";

        assertThat(post("/api/v1/access/keys", body).statusCode()).isEqualTo(413);
        HttpResponse<String> unannounced = send(request("/api/v1/access/keys")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        assertThat(unannounced.statusCode()).as(unannounced.body()).isEqualTo(413);
    }

    private static AccessProperties properties(int rate, int strangers) {
        return new AccessProperties(
                true,
                Duration.ofDays(1),
                Duration.ZERO,
                DataSize.ofMegabytes(1),
                rate,
                strangers,
                new AccessProperties.Tokens("name", "roles", ""));
    }
}
