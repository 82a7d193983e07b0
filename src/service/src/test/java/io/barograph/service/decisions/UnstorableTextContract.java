package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** U+0000, which PostgreSQL has no place for, is the caller's mistake wherever it is sent, on any database. */
abstract class UnstorableTextContract extends ServiceTest {

    private static final String NUL = "\\u0000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account_id\":\"a#b\"}",
                "{\"account_id\":\"nul\",\"attributes\":{\"industry\":\"a#b\"}}",
                "{\"account_id\":\"nul\",\"attributes\":{\"a#b\":1}}",
                "{\"account_id\":\"nul\",\"indicators\":{\"sponsor_engagement\":\"a#b\"}}",
                "{\"account_id\":\"nul\",\"indicators\":{\"a#b\":1}}",
                "{\"account_id\":\"nul\",\"indicators\":{\"seat_utilisation\":{\"value\":1,\"source\":\"a#b\"}}}",
                "{\"account_id\":\"nul\",\"history\":[{\"score\":\"a#b\",\"as_of\":\"2026-01-01\",\"value\":1}]}",
                "{\"account_id\":\"nul\",\"history\":[{\"score\":\"Overall\",\"as_of\":\"2026-01-01\",\"band\":\"a#b\"}]}",
                "{\"account_id\":\"nul\",\"history\":[{\"playbook\":\"a#b\",\"as_of\":\"2026-01-01\"}]}"
            })
    void isRefusedInASnapshot(String snapshot) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", snapshot.replace("#", NUL));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains("control character");
        HttpResponse<String> batch = postLines("/api/v1/decisions/batch", snapshot.replace("#", NUL));
        assertThat(batch.statusCode()).isEqualTo(200);
        assertThat(json(batch).get("line").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts?segment=a%00b",
                "/api/v1/accounts?band=a%00b",
                "/api/v1/accounts?flag=a%00b",
                "/api/v1/accounts?q=a%00b",
                "/api/v1/accounts/a%00b",
                "/api/v1/accounts/a%00b/timeline",
                "/api/v1/decisions/a%00b",
                "/api/v1/decisions/a%00b/proof"
            })
    void isRefusedInAnAddress(String address) throws Exception {
        assertThat(get(address).statusCode()).isEqualTo(400);
    }

    @Test
    void isRefusedInACursor() throws Exception {
        String cursor = Base64.getUrlEncoder()
                .encodeToString("accounts by account_id\u001Fa\0b".getBytes(StandardCharsets.UTF_8));

        assertThat(get("/api/v1/accounts?cursor=" + cursor).statusCode()).isEqualTo(400);
    }
}
