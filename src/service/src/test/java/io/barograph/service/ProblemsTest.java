package io.barograph.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProblemsTest extends ServiceTest {

    private static final String DECISIONS = "/api/v1/decisions";

    @Test
    void tellsThePathOfWhatCannotBeRead() throws Exception {
        HttpResponse<String> answer =
                post(DECISIONS, "{\"account_id\":\"a\",\"history\":[{\"score\":\"Overall\",\"as_of\":\"yesterday\"}]}");

        assertProblem(answer, 400, "malformed-request");
        assertThat(json(answer).get("detail").asString())
                .contains("history[0].as_of")
                .contains("yesterday");
    }

    @Test
    void refusesWhatIsNotJson() throws Exception {
        assertProblem(post(DECISIONS, "{"), 400, "malformed-request");
        assertProblem(post(DECISIONS, ""), 400, "malformed-request");
        assertProblem(post(DECISIONS, "[]"), 400, "malformed-request");
    }

    @Test
    void refusesUnknownParameterValues() throws Exception {
        HttpResponse<String> answer = post(DECISIONS + "?explain=all", "{\"account_id\":\"a\"}");

        assertProblem(answer, 400, "malformed-request");
        assertThat(json(answer).get("detail").asString())
                .contains("`none`, `summary`, `full`")
                .contains("`all`");
        assertProblem(get("/api/v1/accounts?limit=0"), 400, "malformed-request");
        assertProblem(get("/api/v1/accounts?limit=201"), 400, "malformed-request");
        assertProblem(get("/api/v1/accounts?limit=ten"), 400, "malformed-request");
        assertProblem(get("/api/v1/accounts?cursor=nonsense"), 400, "malformed-request");
        assertProblem(get("/api/v1/accounts?q=%ff"), 400, "malformed-request");
    }

    @Test
    void refusesParametersThatACallDoesNotHave() throws Exception {
        HttpResponse<String> mistyped = post(DECISIONS + "?statles=true", "{\"account_id\":\"a\"}");

        assertProblem(mistyped, 400, "malformed-request");
        assertThat(json(mistyped).get("detail").asString())
                .isEqualTo("unknown query parameter `statles`; did you mean `stateless`?");
        assertProblem(get("/api/v1/accounts/nobody?foo=bar"), 400, "malformed-request");
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        assertProblem(get("/api/v1/nothing"), 404, "not-found");
        assertProblem(get(DECISIONS + "/nothing"), 404, "not-found");
        assertProblem(get(DECISIONS + "/01957b3e-6f2a-7c3d-9a41-3f5b8c7d2e10"), 404, "not-found");
        assertProblem(get("/api/v1/accounts/nobody"), 404, "not-found");
        assertProblem(get("/api/v1/accounts/nobody/timeline"), 404, "not-found");
    }

    @Test
    void tellsWhichMethodsThereAre() throws Exception {
        HttpResponse<String> answer = send(request(DECISIONS).DELETE());

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void tellsProblemsAsProblemsWhateverIsAccepted() throws Exception {
        assertProblem(get(DECISIONS + "/nothing/explanation", "Accept", "text/markdown"), 404, "not-found");
        assertProblem(get("/api/v1/accounts", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void refusesOtherContentTypes() throws Exception {
        HttpResponse<String> answer =
                send(request(DECISIONS).header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b")));

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(json(answer).get("detail").asString())
                .contains("`application/json`")
                .contains("`text/csv`");
    }

    @Test
    void refusesBodiesOverOneMebibyte() throws Exception {
        String body = "{\"account_id\":\"a\"" + " ".repeat(1024 * 1024) + "}";

        assertProblem(post(DECISIONS, body), 413, "too-large");
        assertProblem(
                send(request(DECISIONS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)))),
                413,
                "too-large");
    }

    @Test
    void tellsEvenBrokenAddressesAsProblems() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/accounts?q=<\"> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer)
                    .contains("urn:barograph:problem:malformed-request")
                    .doesNotContain("org.apache");
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:barograph:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception", "io.barograph");
        assertThat(problem.has("trace")).isFalse();
    }
}
