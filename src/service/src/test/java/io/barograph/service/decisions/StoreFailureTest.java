package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last table a decision is written to is gone: what was written before must be gone too. */
class StoreFailureTest extends ServiceTest {

    private static final String BODY = "{\"account_id\":\"unlucky\",\"as_of\":\"2026-03-01\"}";

    @BeforeEach
    void breakTheStore() {
        client.sql("alter table account rename to account_elsewhere").update();
    }

    @AfterEach
    void mendTheStore() {
        client.sql("alter table if exists account_elsewhere rename to account").update();
    }

    @Test
    void nothingIsAnsweredThatCannotBeKept() throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", BODY, "Idempotency-Key", "unlucky-1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:barograph:problem:store-unavailable");
        assertThat(answer.body()).doesNotContain("decision_id", "account_elsewhere", "Jdbc", "select");
        assertNothingIsKept();

        mendTheStore();
        HttpResponse<String> again = post("/api/v1/decisions", BODY, "Idempotency-Key", "unlucky-1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replay")).isEmpty();
    }

    @Test
    void aBatchThatCannotBeKeptIsRefused() throws Exception {
        HttpResponse<String> answer = postLines("/api/v1/decisions/batch", BODY.replace("unlucky", "unlucky-2"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(count("decision where account_id = 'unlucky-2'")).isZero();
    }

    private void assertNothingIsKept() {
        assertThat(count("decision where account_id = 'unlucky'")).isZero();
        assertThat(count("idempotency_key where idempotency_key = 'unlucky-1'")).isZero();
    }
}
