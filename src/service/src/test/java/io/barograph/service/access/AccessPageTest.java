package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What operators do in a browser. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:access-page;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class AccessPageTest extends ServiceTest {

    private static final Pattern KEY = Pattern.compile("barograph_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
    private static final String PASSWORD = "a password of several words";

    @BeforeEach
    void anOperatorAndAnAuditor() throws Exception {
        post("/api/v1/access/users", user("op", "operator"));
        post("/api/v1/access/users", user("au", "auditor"));
    }

    private static String user(String name, String role) {
        return """
                {"name": "%s", "password": "%s", "roles": ["%s"]}""".formatted(name, PASSWORD, role);
    }

    @Test
    void makesAKeyThatIsShownOnceAndLetsIn() throws Exception {
        Browser browser = signedIn("op");

        HttpResponse<String> made = send(browser, "/access/keys", Map.of("name", "billing", "roles", "decider"));

        assertThat(made.statusCode()).isEqualTo(302);
        String page = browser.get("/access").body();
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        assertThat(page).contains("it is shown this once", "<strong>billing</strong>", "runs out in 89 days");
        assertThat(KEY.matcher(browser.get("/access").body()).find())
                .as("shown again")
                .isFalse();
        JsonNode me = json(send(strange("/api/v1/me").header("Authorization", "Bearer " + key.group())));
        assertThat(me.toString()).contains("api-key:billing", "decider").doesNotContain("operator");
    }

    @Test
    void renewsAndRevokes() throws Exception {
        Browser browser = signedIn("op");
        send(browser, "/access/keys", Map.of("name", "shipping", "roles", "csm", "segments", "smb, enterprise"));
        String first = key(browser.get("/access"));

        send(browser, "/access/keys/shipping/rotation", Map.of("overlap", "3"));

        HttpResponse<String> page = browser.get("/access");
        assertThat(key(page)).isNotEqualTo(first);
        assertThat(page.body()).contains("data-state=\"soon\"", "runs out in 2 days", "enterprise, smb");
        send(browser, "/access/keys/shipping/revocation", Map.of());
        assertThat(browser.get("/access").body()).contains("no key `shipping` is good any more", ">revoked<");
        assertThat(send(strange("/api/v1/me").header("Authorization", "Bearer " + first))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Browser browser = signedIn("op");

        send(browser, "/access/keys", Map.of("name", "no roles"));
        assertThat(browser.get("/access").body()).contains("role=\"alert\"", "name: must be 1 to 100 letters");
        send(browser, "/access/keys", Map.of("name", "none"));
        assertThat(browser.get("/access").body()).contains("roles: must name at least one of");
        send(browser, "/access/keys", Map.of("name", "none", "roles", "csm", "days", "soon"));
        assertThat(browser.get("/access").body()).contains("validity: must be a number of days, but is `soon`");
        send(browser, "/access/keys/unknown/revocation", Map.of());
        assertThat(browser.get("/access").body()).contains("there is no valid key `unknown`");
        assertThat(browser.get("/access").body()).doesNotContain("role=\"alert\"");
    }

    @Test
    void addsPeopleAndChangesTheirRights() throws Exception {
        Browser browser = signedIn("op");

        send(browser, "/access/users", Map.of("name", "dee", "password", "short", "roles", "csm"));
        assertThat(browser.get("/access").body()).contains("password: must have at least 12 characters");
        send(browser, "/access/users", Map.of("name", "dee", "password", PASSWORD, "roles", "csm"));
        assertThat(browser.get("/access").body()).contains("`dee` can sign in", "<strong>dee</strong>");
        signedIn("dee");

        send(browser, "/access/users/dee", Map.of("roles", "auditor"));

        assertThat(browser.get("/access").body()).contains("the rights of `dee` are changed", ">may not<");
        assertThat(new Browser(port())
                        .signIn("dee", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("wrong");
        send(browser, "/access/users/op", Map.of("roles", "csm", "enabled", "true"));
        assertThat(browser.get("/access").body()).contains("nobody changes their own rights");
    }

    @Test
    void changesNothingWithoutTheTokenOfThePageOrTheRole() throws Exception {
        Browser operator = signedIn("op");
        assertThat(operator.post("/access/keys", Map.of("name", "forged", "roles", "decider"))
                        .statusCode())
                .isEqualTo(403);

        Browser auditor = signedIn("au");
        HttpResponse<String> page = auditor.get("/access");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<strong>op</strong>").doesNotContain("Make a key", "Revoke", "Add somebody");
        assertThat(send(auditor, "/access/keys", Map.of("name", "forged", "roles", "decider"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("api_key where name = 'forged'")).isZero();
        assertThat(new Browser(port())
                        .get("/access")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
    }

    private Browser signedIn(String name) throws Exception {
        Browser browser = new Browser(port());
        assertThat(browser.signIn(name, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("wrong");
        return browser;
    }

    /** A form of the page, with its token. */
    private static HttpResponse<String> send(Browser browser, String path, Map<String, String> fields)
            throws Exception {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("_csrf", Browser.token(browser.get("/access")));
        return browser.post(path, form);
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group();
    }
}
