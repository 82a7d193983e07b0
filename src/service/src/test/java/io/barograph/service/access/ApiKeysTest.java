package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@Import(SettableClock.Installed.class)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:api-keys;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class ApiKeysTest extends ServiceTest {

    private static final String KEYS = "/api/v1/access/keys";

    @Autowired
    private SettableClock clock;

    @AfterEach
    void backToToday() {
        clock.set(Instant.now());
    }

    @Test
    void isToldOnceAndKeptAsAHash() throws Exception {
        JsonNode made = make("{\"name\":\"once\",\"roles\":[\"decider\"],\"validity\":\"P30D\"}");
        String token = made.get("token").asString();
        String secret = Token.parse(token).orElseThrow().secret();

        assertThat(me(token).get("id").asString()).isEqualTo("api-key:once");
        assertThat(get(KEYS).body()).contains("\"once\"").doesNotContain(secret);
        String database =
                String.join("\n", client.sql("script").query(String.class).list());
        assertThat(database)
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        assertThat(database).contains(HexFormat.of().formatHex(Secrets.hash(secret)));
    }

    @Test
    void decidesAsItself() throws Exception {
        String token = make("{\"name\":\"billing\",\"roles\":[\"decider\"]}")
                .get("token")
                .asString();

        HttpResponse<String> decision = send(strange("/api/v1/decisions")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"account_id\":\"billed\"}")));

        assertThat(decision.statusCode()).isEqualTo(201);
        assertThat(client.sql("select caller from decision where account_id = 'billed'")
                        .query(String.class)
                        .single())
                .isEqualTo("api-key:billing");
    }

    @Test
    void isRefusedOnceItRanOut() throws Exception {
        String token = make("{\"name\":\"short\",\"roles\":[\"csm\"],\"validity\":\"PT1H\"}")
                .get("token")
                .asString();
        assertThat(status(token)).isEqualTo(200);

        clock.set(clock.instant().plus(Duration.ofMinutes(61)));

        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void rotatesWithAnOverlap() throws Exception {
        String old = make("{\"name\":\"turning\",\"roles\":[\"csm\"],\"segments\":[\"smb\"]}")
                .get("token")
                .asString();

        JsonNode renewed = json(post(KEYS + "/turning/rotation", "{\"overlap\":\"PT2H\"}"));
        String young = renewed.get("token").asString();

        assertThat(renewed.get("key").get("segments").get(0).asString()).isEqualTo("smb");
        assertThat(List.of(status(old), status(young))).containsExactly(200, 200);
        clock.set(clock.instant().plus(Duration.ofMinutes(121)));
        assertThat(List.of(status(old), status(young))).containsExactly(401, 200);
    }

    @Test
    void isRefusedFromTheMomentItIsRevoked() throws Exception {
        String token =
                make("{\"name\":\"leaked\",\"roles\":[\"csm\"]}").get("token").asString();
        assertThat(status(token)).isEqualTo(200);

        assertThat(send(request(KEYS + "/leaked").DELETE()).statusCode()).isEqualTo(204);

        assertThat(status(token)).isEqualTo(401);
        assertThat(send(request(KEYS + "/leaked").DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotMistakenForAnother() throws Exception {
        String token =
                make("{\"name\":\"exact\",\"roles\":[\"csm\"]}").get("token").asString();
        char last = token.charAt(token.length() - 1);
        String other = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');

        assertThat(status(other)).isEqualTo(401);
        assertThat(status("barograph_")).isEqualTo(401);
        assertThat(status("barograph_0000000000000000_" + "A".repeat(43))).isEqualTo(401);
        assertThat(status(token.substring(0, token.length() - 1))).isEqualTo(401);
        assertThat(status("nothing-we-know")).isEqualTo(401);
    }

    @Test
    void saysWhatIsWrongWithAWish() throws Exception {
        assertThat(detail(post(KEYS, "{\"name\":\"x\",\"roles\":[\"boss\"]}"))).contains("no role `boss`", "`decider`");
        assertThat(detail(post(KEYS, "{\"name\":\"x\",\"roles\":[]}"))).contains("roles: must name at least one");
        assertThat(detail(post(KEYS, "{\"name\":\"a b\",\"roles\":[\"csm\"]}"))).contains("name: must be 1 to 100");
        assertThat(detail(post(KEYS, "{\"name\":\"x\",\"roles\":[\"csm\"],\"validity\":\"P9999D\"}")))
                .contains("validity: must be more than `PT0S` and at most");
        assertThat(post(KEYS, "{\"name\":").statusCode()).isEqualTo(400);
        make("{\"name\":\"twice\",\"roles\":[\"csm\"]}");
        assertThat(post(KEYS, "{\"name\":\"twice\",\"roles\":[\"csm\"]}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void everyChangeOfAKeyIsALeafOfTheLog() throws Exception {
        make("{\"name\":\"traced\",\"roles\":[\"csm\"]}");
        post(KEYS + "/traced/rotation", "{}");
        send(request(KEYS + "/traced").DELETE());

        assertThat(client.sql("select event from log_event where subject = 'traced' order by leaf_index")
                        .query(String.class)
                        .list())
                .containsExactly("api-key-created", "api-key-rotated", "api-key-revoked");
    }

    private JsonNode make(String wish) throws Exception {
        HttpResponse<String> made = post(KEYS, wish);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private JsonNode me(String token) throws Exception {
        return json(send(strange("/api/v1/me").header("Authorization", "Bearer " + token)));
    }

    private int status(String token) throws Exception {
        return send(strange("/api/v1/me").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static String detail(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).get("detail").asString();
    }
}
