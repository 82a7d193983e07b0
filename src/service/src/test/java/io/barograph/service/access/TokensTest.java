package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Tokens and sign-in of a real authorization server. */
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class TokensTest extends ServiceTest {

    private static final AuthorizationServer SERVER = AuthorizationServer.start();

    @DynamicPropertySource
    static void trustTheServer(DynamicPropertyRegistry registry) {
        String client = "spring.security.oauth2.client.";
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", SERVER::issuer);
        registry.add(client + "provider.company.issuer-uri", SERVER::issuer);
        registry.add(client + "registration.company.client-id", () -> "barograph");
        registry.add(client + "registration.company.client-secret", () -> AuthorizationServer.secret("barograph"));
        registry.add(client + "registration.company.scope", () -> "openid");
        registry.add(client + "registration.company.client-name", () -> "the company");
        registry.add("barograph.access.tokens.segments", () -> "segments");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aServiceDecidesWithATokenOfTheServer() throws Exception {
        String token = SERVER.token("billing");

        JsonNode me = json(send(bearer("/api/v1/me", token)));
        assertThat(me.get("id").asString()).isEqualTo("user:billing@127.0.0.1:" + SERVER.port());
        assertThat(me.get("roles").valueStream().map(JsonNode::asString)).containsExactly("decider");
        HttpResponse<String> decision = send(bearer("/api/v1/decisions", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"account_id\":\"by-token\"}")));
        assertThat(decision.statusCode()).isEqualTo(201);
        assertThat(send(bearer("/api/v1/audit/export", token)).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutOurRolesOrWithoutSegmentsMayNothing() throws Exception {
        assertThat(send(bearer("/api/v1/models", SERVER.token("nobody-special")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(bearer("/api/v1/models", SERVER.token("placeless"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenThatSomebodyChangedIsRefused() throws Exception {
        String[] parts = SERVER.token("nobody-special").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("janitor", "operator");
        assertThat(claims).contains("operator");
        String changed = encoded(claims);

        assertThat(status(parts[0] + "." + changed + "." + parts[2])).isEqualTo(401);
        assertThat(status(encoded("{\"alg\":\"none\"}") + "." + changed + ".")).isEqualTo(401);
        assertThat(status("not.a.token")).isEqualTo(401);
    }

    @Test
    void aPersonSignsInAtTheServerAndReadsWhatIsTheirs() throws Exception {
        SERVER.register("barograph", "http://127.0.0.1:" + port() + "/login/oauth2/code/company");
        Browser here = new Browser(port());
        Browser there = new Browser(SERVER.port());
        assertThat(here.get("/login").body()).contains("Sign in with the company");

        String asked = location(here.get("/oauth2/authorization/company"));
        assertThat(asked).startsWith(SERVER.issuer() + "/oauth2/authorize");
        there.get(asked);
        String again = location(there.signIn("anna", AuthorizationServer.PASSWORD));
        HttpResponse<String> back = here.get(location(there.get(again)));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);

        HttpResponse<String> page = here.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("user:anna.b@127.0.0.1:" + SERVER.port());
        JsonNode me = JSON.readTree(here.get("/api/v1/me").body());
        assertThat(me.get("roles").valueStream().map(JsonNode::asString)).containsExactly("csm");
        assertThat(me.get("segments").valueStream().map(JsonNode::asString)).containsExactly("smb");
        assertThat(here.get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void anApiKeyIsStillOne() throws Exception {
        assertThat(json(get("/api/v1/me")).get("id").asString()).isEqualTo("api-key:test");
    }

    private int status(String token) throws Exception {
        return send(bearer("/api/v1/me", token)).statusCode();
    }

    private java.net.http.HttpRequest.Builder bearer(String path, String token) {
        return strange(path).header("Authorization", "Bearer " + token);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
