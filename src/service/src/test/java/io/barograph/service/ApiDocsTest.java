package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocsTest extends ServiceTest {

    @Test
    void theDocumentedExampleIsDecided() throws Exception {
        JsonNode example = api().at("/components/examples/Snapshot/value");

        HttpResponse<String> answer = post("/api/v1/decisions", example.toString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("issues")).isEmpty();
        assertThat(json(answer).get("status").asString()).isEqualTo("decided");
    }

    @Test
    void theDocumentedBatchIsDecided() throws Exception {
        String example = api().at("/components/examples/SnapshotLines/value").asString();

        List<String> answers =
                postLines("/api/v1/decisions/batch", example).body().lines().toList();

        assertThat(answers).hasSize(2).allMatch(line -> line.contains("decision_id"));
    }

    @Test
    void theDocumentedProblemIsWhatIsAnswered() throws Exception {
        JsonNode example = api().at("/components/examples/MalformedRequest/value");

        assertThat(json(post("/api/v1/decisions", "{}"))).isEqualTo(example);
    }

    @Test
    void aDecisionHasTheMembersOfItsSchemaAndNoOthers() throws Exception {
        JsonNode api = api();
        JsonNode decision = json(post(
                "/api/v1/decisions",
                api.at("/components/examples/Snapshot/value").toString()));

        assertThat(new TreeSet<>(decision.propertyNames())).isEqualTo(members(api, "Decision"));
        decision.get("fired")
                .forEach(rule -> assertThat(new TreeSet<>(rule.propertyNames())).isEqualTo(members(api, "FiredRule")));
        decision.get("playbooks")
                .forEach(playbook ->
                        assertThat(new TreeSet<>(playbook.propertyNames())).isEqualTo(members(api, "Recommendation")));
        decision.get("contributions")
                .forEach(part -> assertThat(members(api, "Contribution")).containsAll(part.propertyNames()));
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        JsonNode api = api();
        List<String> references = new ArrayList<>();
        collect(api, references);

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> !api.at(reference.substring(1)).isMissingNode());
    }

    @Test
    void listsAreDescribedUnderTheNamesTheyAreAnsweredWith() throws Exception {
        JsonNode api = api();
        post("/api/v1/decisions", "{\"account_id\":\"described\"}");

        JsonNode account =
                json(get("/api/v1/accounts?q=described")).get("items").get(0);

        assertThat(new TreeSet<>(account.propertyNames())).isEqualTo(members(api, "AccountRow"));
    }

    @Test
    void everyCallHasASummaryAndSaysHowItFails() throws Exception {
        api().get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.has("summary"))
                            .as(operation.toString())
                            .isTrue();
                    assertThat(operation.get("responses").has("default")).isTrue();
                }));
    }

    @Test
    void swaggerUiIsServedFromHere() throws Exception {
        HttpResponse<String> page = get("/swagger-ui/index.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("https://", "http://");
    }

    private JsonNode api() throws Exception {
        return json(get("/v3/api-docs"));
    }

    private static Set<String> members(JsonNode api, String schema) {
        return new TreeSet<>(
                api.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
