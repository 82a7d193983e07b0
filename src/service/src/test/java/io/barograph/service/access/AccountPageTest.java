package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The page of an account in a browser: what it shows to whom, and its forms. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:account-page;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class AccountPageTest extends ServiceTest {

    private static final String PASSWORD = "correct horse battery";
    private final String later = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();

    @Test
    void aCsmOverridesWithdrawsAndLeavesFeedbackByForms() throws Exception {
        String account = "paged/1";
        String page = "/accounts/paged%2F1";
        JsonNode decision = decide(account);
        String computed = decision.at("/bands/Overall").asString();
        Browser browser = signedIn("paula", "csm");
        assertThat(browser.get("/").body()).contains("href=\"/accounts/paged%2F1\"");

        HttpResponse<String> shown = browser.get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Say otherwise", "Feedback to the model", "<option value=\"" + computed + "\"")
                .doesNotContain("<script", "style=");

        String token = Browser.token(shown);
        HttpResponse<String> tooShort = browser.post(page + "/overrides", form(token, computed, "<i>no</i>"));
        assertThat(tooShort.statusCode()).isEqualTo(409);
        assertThat(tooShort.body())
                .contains("role=\"alert\"", "rationale: must be 10 to 2,000 characters", "&lt;i&gt;no&lt;/i&gt;")
                .doesNotContain("<i>no");
        HttpResponse<String> made =
                browser.post(page + "/overrides", form(token, computed, "<i>they signed</i> today"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(page);
        assertThat(browser.get(page).body())
                .contains("said: " + computed, "by <span>user:paula</span>", "&lt;i&gt;they signed&lt;/i&gt; today");
        assertThat(browser.get("/").body()).contains("fixed by user:paula until " + later);

        String id = json(get("/api/v1/accounts/paged%2F1/overrides"))
                .at("/items/0/override_id")
                .asString();
        assertThat(browser.post(page + "/overrides/" + id + "/withdrawal", Map.of("_csrf", token, "why", "mistaken"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.post(
                                page + "/feedback",
                                Map.of(
                                        "_csrf",
                                        token,
                                        "kind",
                                        "other",
                                        "indicator",
                                        "",
                                        "text",
                                        "where is the renewal?"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get(page).body())
                .contains("Withdrawn by user:paula: mistaken", "where is the renewal?")
                .doesNotContain("said: ");
    }

    @Test
    void takesNoFormWithoutTheTokenOfItsPage() throws Exception {
        String computed = decide("paged-2").at("/bands/Overall").asString();
        Browser browser = signedIn("piet", "csm");
        browser.get("/accounts/paged-2");

        assertThat(browser.post("/accounts/paged-2/overrides", form("forged", computed, "a good enough reason"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("account_override where account_id = 'paged-2'")).isZero();
    }

    @Test
    void saysWhereThereIsNothingToOverride() throws Exception {
        post("/api/v1/decisions", "{\"account_id\":\"paged-4\",\"attributes\":{\"arr\":5000}}");

        assertThat(signedIn("pola", "csm").get("/accounts/paged-4").body())
                .contains("too little is known of the account for a band")
                .doesNotContain("name=\"rationale\"");
    }

    @Test
    void auditorsReadAndOthersDoNot() throws Exception {
        decide("paged-3");

        assertThat(signedIn("pia", "auditor").get("/accounts/paged-3").body())
                .contains("How it stands")
                .doesNotContain("Say otherwise", "textarea");
        assertThat(signedIn("otto", "operator").get("/accounts/paged-3").statusCode())
                .isEqualTo(403);
        assertThat(get("/accounts/never-seen").statusCode()).isEqualTo(404);
    }

    private Map<String, String> form(String token, String band, String rationale) {
        return Map.of(
                "_csrf",
                token,
                "score",
                "Overall",
                "kind",
                "fixed",
                "band",
                band,
                "until",
                later,
                "rationale",
                rationale);
    }

    private JsonNode decide(String account) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", sample().replace("alderford-care", account));
        assertThat(json(answer).at("/bands/Overall").isString())
                .as(answer.body())
                .isTrue();
        return json(answer);
    }

    private static String sample() throws IOException {
        return Files.readAllLines(Path.of(
                        System.getProperty("barograph.root", "../.."), "samples/customer-health/accounts.ndjson"))
                .stream()
                .filter(line -> line.contains("\"alderford-care\""))
                .findFirst()
                .orElseThrow();
    }

    private Browser signedIn(String name, String role) throws Exception {
        post(
                "/api/v1/access/users",
                "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role + "\"]}");
        Browser browser = new Browser(port());
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}
