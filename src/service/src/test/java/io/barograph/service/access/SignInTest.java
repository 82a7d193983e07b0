package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.EventRecord;
import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(SettableClock.Installed.class)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:sign-in;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class SignInTest extends ServiceTest {

    private static final String USERS = "/api/v1/access/users";
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private SettableClock clock;

    @Test
    void leadsBrowsersToTheSignInPageAndBack() throws Exception {
        add("anna", "csm");
        Browser browser = new Browser(port());

        HttpResponse<String> refused = browser.get("/?");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).isEqualTo("/login");
        HttpResponse<String> signedIn = browser.signIn("anna", PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(302);

        HttpResponse<String> page = browser.get(location(signedIn));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("user:anna", "Sign out");
        assertThat(browser.get("/audit").statusCode()).as("for auditors alone").isEqualTo(403);
    }

    @Test
    void takesFormsOfItsOwnPagesAlone() throws Exception {
        add("boris", "operator");
        Browser browser = new Browser(port());
        browser.get("/login");

        assertThat(browser.post("/login", Map.of("username", "boris", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        browser.signIn("boris", PASSWORD);
        String key = "{\"name\":\"by-browser\",\"roles\":[\"csm\"]}";
        assertThat(browser.postJson("/api/v1/access/keys", key).statusCode()).isEqualTo(403);
        browser.get("/");
        assertThat(browser.postJson("/api/v1/access/keys", key, "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesNoPasswordThatAnotherSiteMadeTheBrowserSend() throws Exception {
        add("clara", "operator");

        assertThat(basic("clara", PASSWORD).statusCode()).isEqualTo(200);
        HttpResponse<String> crossSite = send(strange("/api/v1/me")
                .header("Authorization", "Basic " + encoded("clara", PASSWORD))
                .header("Sec-Fetch-Site", "cross-site"));
        assertThat(crossSite.statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndChangesAtSignIn() throws Exception {
        add("dora", "csm");
        Browser browser = new Browser(port());
        browser.get("/");
        String before = browser.cookie("JSESSIONID");

        HttpResponse<String> signedIn = browser.signIn("dora", PASSWORD);

        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void signsOut() throws Exception {
        add("emil", "csm");
        Browser browser = new Browser(port());
        browser.signIn("emil", PASSWORD);

        HttpResponse<String> out = browser.post("/logout", Map.of("_csrf", Browser.token(browser.get("/"))));

        assertThat(location(out)).isEqualTo("/login?signed-out");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void endsSessionsOfWhoeverIsChanged() throws Exception {
        add("fritz", "csm");
        Browser browser = new Browser(port());
        browser.signIn("fritz", PASSWORD);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);

        HttpResponse<String> disabled = change("fritz", "{\"roles\":[\"csm\"],\"enabled\":false}");

        assertThat(disabled.statusCode()).isEqualTo(200);
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        assertThat(location(browser.signIn("fritz", PASSWORD))).isEqualTo("/login?wrong");
        assertThat(basic("fritz", PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void changesAPasswordForWhoeverKnowsTheOldOne() throws Exception {
        add("gerda", "csm");
        String other = "another battery staple";

        assertThat(newPassword("gerda", "no idea at all", other).statusCode()).isEqualTo(403);
        assertThat(newPassword("gerda", PASSWORD, "too short").statusCode()).isEqualTo(400);
        assertThat(newPassword("gerda", PASSWORD, other).statusCode()).isEqualTo(204);

        assertThat(basic("gerda", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(basic("gerda", other).statusCode()).isEqualTo(200);
    }

    @Test
    void makesWhoeverGuessesWait() throws Exception {
        add("hugo", "csm");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(basic("hugo", "guess number " + attempt).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> right = basic("hugo", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 901L);
        assertThat(location(new Browser(port()).signIn("hugo", PASSWORD))).isEqualTo("/login?wait");

        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(basic("hugo", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotTellWhetherThereIsSuchAUser() throws Exception {
        add("ines", "csm");

        HttpResponse<String> wrong = basic("ines", "something else entirely");
        HttpResponse<String> nobody = basic("nobody", "something else entirely");

        assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).isEqualTo(wrong.body());
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElseThrow())
                .as("browsers are not asked to prompt")
                .startsWith("Bearer");
    }

    @Test
    void nobodyGivesThemselvesRights() throws Exception {
        add("jana", "operator");

        HttpResponse<String> answer = send(strange(USERS + "/jana")
                .header("Authorization", "Basic " + encoded("jana", PASSWORD))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"roles\":[\"operator\",\"approver\"]}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("detail").asString()).contains("nobody changes their own rights");
    }

    @Test
    void recordsWhoAddedWhom() throws Exception {
        add("karl", "auditor");

        byte[] record = client.sql("select e.record from log_event v join log_entry e on e.leaf_index = v.leaf_index"
                        + " where v.event = 'user-created' and v.subject = 'karl'")
                .query(byte[].class)
                .single();

        EventRecord event = EventRecord.read(record);
        assertThat(event.by()).isEqualTo("api-key:test");
        assertThat(event.details()).containsEntry("roles", java.util.List.of("auditor"));
        assertThat(new String(record, StandardCharsets.UTF_8)).doesNotContain(PASSWORD, "bcrypt");
        assertThat(get(USERS).body()).contains("karl").doesNotContain("bcrypt");
    }

    private void add(String name, String role) throws Exception {
        HttpResponse<String> added = post(
                USERS, "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role + "\"]}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).doesNotContain(PASSWORD);
    }

    private HttpResponse<String> change(String name, String body) throws Exception {
        return send(request(USERS + "/" + name)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> newPassword(String name, String current, String password) throws Exception {
        return send(strange("/api/v1/me/password")
                .header("Authorization", "Basic " + encoded(name, PASSWORD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}")));
    }

    private HttpResponse<String> basic(String name, String password) throws Exception {
        return send(strange("/api/v1/me").header("Authorization", "Basic " + encoded(name, password)));
    }

    private static String encoded(String name, String password) {
        return Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the site. */
    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
