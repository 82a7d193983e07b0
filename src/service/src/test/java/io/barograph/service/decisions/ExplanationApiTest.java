package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExplanationApiTest extends ServiceTest {

    @Test
    void saysWhereTheAccountStandsWhyAndWhatToDo() throws Exception {
        JsonNode explanation = json(get(place("explain-1")));

        assertThat(explanation.get("headline").asString()).startsWith("explain-1 scores ");
        assertThat(explanation.get("pulls_down")).isNotEmpty();
        JsonNode strongest = explanation.get("pulls_down").get(0);
        assertThat(strongest.get("label").asString()).isNotBlank();
        assertThat(strongest.get("points").decimalValue().signum()).isNegative();
        assertThat(strongest.get("rule").get("cell").asString()).matches(".+\\.xlsx!.+![A-Z]+[0-9]+");
        assertThat(explanation.get("playbooks")).isNotEmpty();
    }

    @Test
    void isToldAsPlainTextOrMarkdownWhenAskedFor() throws Exception {
        String place = place("explain-2");

        HttpResponse<String> markdown = get(place, "Accept", "text/markdown");
        HttpResponse<String> plain = get(place, "Accept", "text/plain");

        assertThat(markdown.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/markdown");
        assertThat(markdown.body()).startsWith("# explain").contains("\n## What pulls it down\n");
        assertThat(plain.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(plain.body())
                .startsWith("explain-2 ")
                .contains("\nWhat to do\n")
                .doesNotContain("##");
    }

    @Test
    void allFormsNameTheSameCulprit() throws Exception {
        String place = place("explain-4");
        JsonNode costliest = json(get(place)).get("pulls_down").get(0);

        String told = get(place, "Accept", "text/plain").body();

        String first = told.substring(told.indexOf("What pulls it down"), told.indexOf("What holds it up"));
        assertThat(first.lines().skip(2).findFirst().orElseThrow())
                .contains(costliest.get("label").asString());
    }

    @Test
    void tellsWhatNearlyHappenedWhenAskedTo() throws Exception {
        String place = place("explain-5");

        assertThat(json(get(place)).get("near_misses").isNull()).isTrue();
        JsonNode near = json(get(place + "?near_misses=2")).get("near_misses");

        assertThat(near.get("lifts").isArray()).isTrue();
        assertThat(near.get("rows").size()).isEqualTo(2);
        JsonNode row = near.get("rows").get(0);
        assertThat(row.get("rule_id").asString()).isNotBlank();
        assertThat(row.get("cell").asString()).matches(".+\\.xlsx!.+![A-Z]+[0-9]+");
        assertThat(get(place + "?near_misses=2", "Accept", "text/plain").body())
                .contains("What nearly fired", row.get("rule_id").asString());
        assertThat(get(place + "?near_misses=101").statusCode()).isEqualTo(400);
    }

    @Test
    void offersNothingElse() throws Exception {
        assertThat(get(place("explain-3"), "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
    }

    private String place(String account) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", """
                {"account_id": "%s", "as_of": "2026-03-01", "attributes": {"arr": 180000},
                 "indicators": {"seat_utilisation": 8, "logins_per_week": 31}}""".formatted(account));
        return answer.headers().firstValue("Location").orElseThrow() + "/explanation";
    }
}
