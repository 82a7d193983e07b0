package io.barograph.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditPageTest extends ServiceTest {

    @Test
    void showsTheCheckpointAndTheRecordsWithoutAnyScript() throws Exception {
        post("/api/v1/decisions", "{\"account_id\":\"<i>sly</i>\"}");

        HttpResponse<String> page = get("/audit?account=%3Ci%3Esly%3C/i%3E&band=");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;i&gt;sly&lt;/i&gt;", " ago", "audit verify", "/proof")
                .contains(json(get("/api/v1/audit/keys"))
                        .at("/keys/0/key")
                        .asString()
                        .substring(0, 20))
                .doesNotContain("<i>sly", "<script");
    }

    @Test
    void saysWhatIsWrongWithAFilterAboveTheForm() throws Exception {
        HttpResponse<String> page = get("/audit?from=yesterday");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "`from` must be a day", "value=\"yesterday\"");
    }

    @Test
    void refusesFiltersThatItDoesNotHave() throws Exception {
        assertThat(get("/audit?bands=red").statusCode()).isEqualTo(400);
        assertThat(get("/audit?band=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void leadsToTheNextPage() throws Exception {
        for (int i = 0; i < 51; i++) {
            post("/api/v1/decisions", "{\"account_id\":\"leaf\",\"as_of\":\"2026-03-01\"}");
        }

        String page = get("/audit?account=leaf").body();

        assertThat(page).containsPattern("href=\"/audit\\?account=leaf&amp;cursor=[^\"]+\"");
        assertThat(get("/").body()).contains("href=\"/audit\"");
    }

    @Test
    void tellsAgesInTheLargestUnit() {
        assertThat(AuditPage.age(Duration.ofSeconds(1))).isEqualTo("1 second ago");
        assertThat(AuditPage.age(Duration.ofSeconds(-5))).isEqualTo("0 seconds ago");
        assertThat(AuditPage.age(Duration.ofMinutes(90))).isEqualTo("1 hour ago");
        assertThat(AuditPage.age(Duration.ofDays(3))).isEqualTo("3 days ago");
    }
}
