package io.barograph.service.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.service.ServiceTest;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RecordsApiTest extends ServiceTest {

    private static final String RECORDS = "/api/v1/audit/records";

    @Test
    void tellsOfADecisionWhatListsNeed() throws Exception {
        JsonNode decision = decide("told");

        JsonNode row = only("?account=told");

        assertThat(row.get("kind").asString()).isEqualTo("decision");
        assertThat(row.get("decision_id")).isEqualTo(decision.get("decision_id"));
        assertThat(row.get("event_id").isNull()).isTrue();
        assertThat(row.get("recorded_at")).isEqualTo(decision.get("decided_at"));
        assertThat(row.get("account_id").asString()).isEqualTo("told");
        assertThat(row.get("caller").asString()).isEqualTo("api-key:test");
        assertThat(row.get("model_digest")).isEqualTo(decision.at("/model/digest"));
        assertThat(row.get("overall").decimalValue())
                .isEqualByComparingTo(decision.at("/scores/Overall").decimalValue());
        assertThat(row.get("band")).isEqualTo(decision.at("/bands/Overall"));
        for (String link : List.of("record", "proof", "explanation")) {
            assertThat(get(row.get(link).asString()).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void findsADecisionByAnyRuleThatFiredAtOnce() throws Exception {
        JsonNode decision = decide("fired");

        for (JsonNode fired : decision.get("fired")) {
            assertThat(only("?account=fired&cell=" + encoded(fired.get("cell").asString()))
                            .get("decision_id"))
                    .isEqualTo(decision.get("decision_id"));
            if (!fired.get("rule_id").isNull()) {
                assertThat(only("?account=fired&rule="
                                        + encoded(fired.get("rule_id").asString()))
                                .get("decision_id"))
                        .isEqualTo(decision.get("decision_id"));
            }
        }
        assertThat(items("?account=fired&rule=none-such")).isEmpty();
    }

    @Test
    void combinesFilters() throws Exception {
        JsonNode decision = decide("combined");
        String band = decision.at("/bands/Overall").asString();
        String digest = decision.at("/model/digest").asString();
        String at = decision.get("decided_at").asString();

        String all = "?account=combined&kind=decision&status=decided&caller=api-key:test&band=" + band + "&model="
                + digest + "&segment=" + decision.get("segment").asString() + "&from=" + at;

        assertThat(items(all)).hasSize(1);
        assertThat(items(all + "&to=" + at)).isEmpty();
        assertThat(items(all.replace("caller=api-key:test", "caller=other"))).isEmpty();
        assertThat(items(all + "&rule=&cell=&event=&to=")).hasSize(1);
    }

    @Test
    void pagesFromTheNewestOfTheLogToTheOldestOrBack() throws Exception {
        for (int i = 0; i < 7; i++) {
            decide("paged");
        }

        List<Long> newest = all("?account=paged&limit=3");
        List<Long> oldest = all("?account=paged&limit=3&order=oldest");

        assertThat(newest).hasSize(7).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(oldest).isSorted().containsExactlyInAnyOrderElementsOf(newest);
    }

    @Test
    void findsEvents() throws Exception {
        JsonNode created = only("?event=log-created");

        assertThat(created.get("index").asLong()).isZero();
        assertThat(created.get("kind").asString()).isEqualTo("event");
        assertThat(created.get("caller").asString()).isEqualTo("barograph");
        assertThat(created.get("explanation").isNull()).isTrue();
        assertThat(items("?kind=event&event=log-created&account=nobody")).isEmpty();
    }

    @Test
    void givesTheBytesThatAreHashed() throws Exception {
        decide("bytes");
        JsonNode row = only("?account=bytes");
        String address = row.get("record").asString();

        HttpResponse<byte[]> record =
                HttpClient.newHttpClient().send(request(address).GET().build(), BodyHandlers.ofByteArray());
        JsonNode proof = json(get(row.get("proof").asString()));

        String leaf = MerkleHash.leaf(record.body()).base64();
        assertThat(record.headers().firstValue("ETag")).contains("\"" + leaf + "\"");
        assertThat(proof.get("leaf").asString()).isEqualTo(leaf);
        assertThat(proof.get("decision_id")).isEqualTo(row.get("decision_id"));
        assertThat(proof)
                .isEqualTo(
                        json(get("/api/v1/decisions/" + row.get("decision_id").asString() + "/proof")));
        assertThat(get(address, "If-None-Match", "\"" + leaf + "\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void provesEventsToo() throws Exception {
        JsonNode proof = json(get(RECORDS + "/0/proof"));

        assertThat(proof.get("event_id").isNull()).isFalse();
        assertThat(proof.get("decision_id").isNull()).isTrue();
        assertThat(get(RECORDS + "/0/proof", "Accept", "text/plain").body())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n");
    }

    @Test
    void saysThatThereIsNoSuchRecord() throws Exception {
        HttpResponse<String> answer = get(RECORDS + "/987654321");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asString())
                .startsWith("there is no record 987654321; the log has those from 0 to ");
    }

    @Test
    void writesCsvThatNoSpreadsheetTakesForFormulas() throws Exception {
        List<String> hostile = List.of("=HYPERLINK(\"x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "'=1", "a,\"b\"");
        for (String account : hostile) {
            decide(account);
        }

        for (String query : List.of("?caller=api-key:test&format=csv", "?caller=api-key:test")) {
            HttpResponse<String> csv = get(RECORDS + query, "Accept", query.endsWith("csv") ? "*/*" : "text/csv");

            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
            assertThat(csv.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"audit-records.csv\"");
            assertThat(csv.body())
                    .startsWith("index,kind,decision_id,event_id,recorded_at,account_id,")
                    .contains(
                            ",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",",
                            ",'+1,",
                            ",'-2+3,",
                            ",'@SUM(A1),",
                            ",''=1,",
                            ",\"a,\"\"b\"\"\",")
                    .endsWith("\r\n");
        }
        assertThat(get(RECORDS + "?format=csv&limit=2").body().lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bands=red          | unknown query parameter `bands`; did you mean `band`?
        from=yesterday     | `from` must be a day such as `2026-03-01` or a time such as `2026-03-01T12:00:00Z`, but is `yesterday`
        to=2026-02-30      | `to` must be a day such as `2026-03-01` or a time such as `2026-03-01T12:00:00Z`, but is `2026-02-30`
        from=%2B999999-01-01 | `from` must be a day such as `2026-03-01` or a time such as `2026-03-01T12:00:00Z`, but is `+999999-01-01`
        kind=choice        | `kind` must be `decision` or `event`, but is `choice`
        status=done        | `status` must be `decided` or `undecided`, but is `done`
        order=upwards      | `order` must be `newest` or `oldest`, but is `upwards`
        limit=201          | `limit` must be from 1 to 200, but is `201`
        format=xml         | `format` must be `json` or `csv`, but is `xml`
        format=csv&limit=0 | `limit` must be at least 1, but is `0`
        account=%00        | `account` holds `%00`, which is no character; leave it out
        cursor=abc         | `cursor` must come from the `next` link of a page of the same list, but is `abc`
        """)
    void refusesWhatItDoesNotUnderstand(String query, String detail) throws Exception {
        HttpResponse<String> answer = get(RECORDS + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).isEqualTo(detail);
    }

    @Test
    void isDescribedWithEveryFilter() throws Exception {
        decide("every-filter");
        JsonNode api = json(get("/v3/api-docs"));
        Set<String> parameters = new TreeSet<>();
        api.at("/paths")
                .get(RECORDS)
                .at("/get/parameters")
                .forEach(parameter -> parameters.add(parameter.get("name").asString()));

        assertThat(parameters)
                .contains("account", "rule", "cell", "model", "caller", "band", "status", "segment", "kind", "event")
                .contains("from", "to", "order", "limit", "cursor", "format");
        assertThat(new TreeSet<>(only("?account=every-filter").propertyNames()))
                .isEqualTo(new TreeSet<>(
                        api.at("/components/schemas/RecordRow/properties").propertyNames()));
    }

    @Test
    void tellsOperationsHowFarTheIndexLags() throws Exception {
        assertThat(get("/actuator/prometheus").body()).contains("barograph_audit_index_lag_records");
    }

    private JsonNode decide(String account) throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/decisions",
                JSON.createObjectNode()
                        .put("account_id", account)
                        .toString()
                        .replace("}", ",\"indicators\":{\"seat_utilisation\":41}}"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode only(String query) throws Exception {
        JsonNode items = items(query);
        assertThat(items).as(query).hasSize(1);
        return items.get(0);
    }

    private JsonNode items(String query) throws Exception {
        HttpResponse<String> answer = get(RECORDS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("items");
    }

    private List<Long> all(String query) throws Exception {
        List<Long> found = new ArrayList<>();
        String next = RECORDS + query;
        while (next != null) {
            JsonNode page = json(get(next));
            page.get("items").forEach(row -> found.add(row.get("index").asLong()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
