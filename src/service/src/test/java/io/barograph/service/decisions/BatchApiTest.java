package io.barograph.service.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.access.KeysForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchApiTest extends ServiceTest {

    private static final String BATCH = "/api/v1/decisions/batch?explain=none";

    @Test
    void answersEachLineInOrder() throws Exception {
        String body = IntStream.range(0, 700)
                .mapToObj(i -> "{\"account_id\":\"order-%03d\",\"indicators\":{\"seat_utilisation\":%d}}\n"
                        .formatted(i, i % 100))
                .collect(Collectors.joining());

        List<JsonNode> answers = lines(postLines(BATCH, body));

        assertThat(answers).hasSize(700);
        for (int i = 0; i < 700; i++) {
            assertThat(answers.get(i).get("account_id").asString()).isEqualTo("order-%03d".formatted(i));
        }
    }

    @Test
    void aBadLineIsToldInItsPlaceAndTheOthersGoOn() throws Exception {
        List<JsonNode> answers = lines(postLines(BATCH, """
            {"account_id":"bad-1"}
            {"account_id":
            {"account_id":"bad-3"}
            """));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get("account_id").asString()).isEqualTo("bad-1");
        assertThat(answers.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).get("error").get("status").asInt()).isEqualTo(400);
        assertThat(answers.get(1).get("error").get("type").asString())
                .isEqualTo("urn:barograph:problem:malformed-request");
        assertThat(answers.get(2).get("account_id").asString()).isEqualTo("bad-3");
    }

    @Test
    void aLineThatIsTooLongIsToldAndSkipped() throws Exception {
        String tooLong = "{\"account_id\":\"" + "x".repeat(2_000_000) + "\"}\n";

        List<JsonNode> answers = lines(postLines(BATCH, tooLong + "{\"account_id\":\"after-long\"}"));

        assertThat(answers.get(0).get("line").asInt()).isEqualTo(1);
        assertThat(answers.get(1).get("account_id").asString()).isEqualTo("after-long");
    }

    @Test
    void linesDoNotSeeEachOtherHoweverManyLieBetween() throws Exception {
        String between = IntStream.range(0, 300)
                .mapToObj(i -> "{\"account_id\":\"between-%d\"}\n".formatted(i))
                .collect(Collectors.joining());
        String first = "{\"account_id\":\"twice\",\"as_of\":\"2026-02-01\",\"indicators\":{\"days_past_due\":45}}\n";
        String second = "{\"account_id\":\"twice\",\"as_of\":\"2026-02-02\",\"indicators\":{\"days_past_due\":45}}\n";

        List<JsonNode> answers = lines(postLines(BATCH, first + between + second));

        assertThat(answers.get(301).get("playbooks").valueStream())
                .allMatch(playbook -> playbook.get("cooling_until").isNull());
        JsonNode later =
                lines(postLines(BATCH, second.replace("-02-02", "-02-03"))).get(0);
        assertThat(later.get("playbooks").valueStream())
                .anyMatch(playbook -> !playbook.get("cooling_until").isNull());
    }

    @Test
    void answersALineBeforeTheNextOneIsSent() throws Exception {
        try (Socket socket = begun()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

            send(out, "{\"account_id\":\"stream-1\"}\n");
            assertThat(nextLineWith(in, "stream-1")).contains("decision_id");
            send(out, "{\"account_id\":\"stream-2\"}\n");
            assertThat(nextLineWith(in, "stream-2")).contains("decision_id");
        }
    }

    @Test
    void aStoreThatFailsOnTheWayEndsTheBatchAndTellsWhatIsNotDecided() throws Exception {
        try (Socket socket = begun()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            send(out, "{\"account_id\":\"halfway-1\"}\n");
            assertThat(nextLineWith(in, "halfway-1")).contains("decision_id");

            client.sql("alter table account rename to account_elsewhere").update();
            try {
                send(
                        out,
                        IntStream.rangeClosed(2, 400)
                                .mapToObj(i -> "{\"account_id\":\"halfway-%d\"}\n".formatted(i))
                                .collect(Collectors.joining()));
                assertThat(nextLineWith(in, "\"line\":2,")).contains("store-unavailable");
                assertThat(nextLineWith(in, "those after it")).contains("were not decided");
            } finally {
                client.sql("alter table account_elsewhere rename to account").update();
            }
        }
        assertThat(client.sql("select count(*) from decision where account_id like 'halfway-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() throws Exception {
        HttpResponse<String> answer = postLines(BATCH, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesNoIdempotencyKey() throws Exception {
        HttpResponse<String> answer = send(request(BATCH, "Idempotency-Key", "k")
                .header("Content-Type", "application/x-ndjson")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"account_id\":\"keyed-batch\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/accounts/keyed-batch").statusCode()).isEqualTo(404);
    }

    /** A batch whose lines are yet to be sent. */
    private Socket begun() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(30_000);
        String head = """
            POST %s HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-ndjson\r
            Authorization: Bearer %s\r
            Transfer-Encoding: chunked\r
            \r
            """.formatted(BATCH, KeysForTests.TOKEN);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return socket;
    }

    private static void send(OutputStream out, String line) throws Exception {
        byte[] bytes = line.getBytes(UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(UTF_8));
        out.flush();
    }

    private static String nextLineWith(BufferedReader in, String text) throws Exception {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("the answer ended before `" + text + "`");
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        return answer.body().lines().map(JSON::readTree).toList();
    }
}
