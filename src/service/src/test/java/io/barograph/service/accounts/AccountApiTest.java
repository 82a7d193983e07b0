package io.barograph.service.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountApiTest extends ServiceTest {

    @Test
    void pagesThroughAllAccountsInOrder() throws Exception {
        for (int i = 0; i < 7; i++) {
            decide("page-%d".formatted(6 - i), "2026-03-01", i * 15);
        }

        assertThat(texts(all("/api/v1/accounts?q=PAGE-&limit=3"), "account_id"))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4", "page-5", "page-6");
    }

    @Test
    void sortsByOverallScore() throws Exception {
        for (int i = 0; i < 7; i++) {
            decide("sort-%d".formatted(i), "2026-03-01", (i * 37) % 100);
        }

        List<JsonNode> sorted = all("/api/v1/accounts?q=sort-&sort=overall&limit=2");

        assertThat(sorted).hasSize(7);
        assertThat(sorted.stream()
                        .map(account -> account.get("overall").decimalValue())
                        .toList())
                .isSortedAccordingTo(BigDecimal::compareTo);
    }

    @Test
    void filtersBySegmentAndBand() throws Exception {
        decide("filter-1", "2026-03-01", 65);
        JsonNode account = all("/api/v1/accounts?q=filter-1").get(0);
        String segment = account.get("segment").asString();
        String band = account.get("band").asString();

        assertThat(all("/api/v1/accounts?q=filter-1&segment=" + segment + "&band=" + band))
                .hasSize(1);
        assertThat(all("/api/v1/accounts?q=filter-1&segment=none-such")).isEmpty();
        assertThat(all("/api/v1/accounts?q=filter-1&band=none-such")).isEmpty();
        assertThat(all("/api/v1/accounts?q=filter-1&flag=none-such")).isEmpty();
    }

    @Test
    void takesWildcardsForWhatTheyAre() throws Exception {
        decide("wild-1", "2026-03-01", 65);

        assertThat(all("/api/v1/accounts?q=wild%25")).isEmpty();
        assertThat(all("/api/v1/accounts?q=wild_1")).isEmpty();
    }

    @Test
    void aCursorOfAnotherListIsRefused() throws Exception {
        decide("mix-1", "2026-03-01", 65);
        decide("mix-2", "2026-03-01", 65);
        String next = json(get("/api/v1/accounts?q=mix-&limit=1")).get("next").asString();

        assertThat(get(next.replace("/accounts?", "/accounts?sort=overall&")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsWhatIsKnownOfAnAccount() throws Exception {
        JsonNode decision = decide("known-a", "2026-03-01", 65);

        JsonNode account = json(get("/api/v1/accounts/known-a"));

        assertThat(account.get("attributes").get("industry").asString()).isEqualTo("fintech");
        assertThat(account.get("decision").get("decision_id")).isEqualTo(decision.get("decision_id"));
        assertThat(account.get("decision").has("contributions")).isTrue();
        assertThat(account.get("decision").has("fired")).isFalse();
    }

    @Test
    void theTimelineIsNewestFirstAndMayBeCut() throws Exception {
        for (int month = 1; month <= 5; month++) {
            decide("time-1", "2026-0%d-01".formatted(month), 50 + month);
        }

        assertThat(texts(all("/api/v1/accounts/time-1/timeline?limit=2"), "as_of"))
                .containsExactly("2026-05-01", "2026-04-01", "2026-03-01", "2026-02-01", "2026-01-01");
        assertThat(texts(all("/api/v1/accounts/time-1/timeline?from=2026-02-01&to=2026-03-01"), "as_of"))
                .containsExactly("2026-03-01", "2026-02-01");
        assertThat(get("/api/v1/accounts/time-1/timeline?from=soon").statusCode())
                .isEqualTo(400);
    }

    private JsonNode decide(String account, String asOf, int seats) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", """
                {"account_id": "%s", "as_of": "%s", "attributes": {"industry": "fintech"},
                 "indicators": {"seat_utilisation": %d, "logins_per_week": 30}}""".formatted(account, asOf, seats));
        assertThat(answer.statusCode()).isEqualTo(201);
        return json(answer);
    }

    private List<JsonNode> all(String first) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        JsonNode next = JSON.valueToTree(first);
        while (!next.isNull()) {
            JsonNode page = json(get(next.asString()));
            page.get("items").forEach(items::add);
            next = page.get("next");
        }
        return items;
    }

    private static List<String> texts(List<JsonNode> items, String member) {
        return items.stream().map(item -> item.get(member).asString()).toList();
    }
}
