package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A version's life over HTTP, on a store of its own; what is told first is there for what is told later. */
@Import(TestPrincipal.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class LifecycleContract extends ServiceTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "../.."));
    /** A strategic account of 79.25 points. */
    private static final String CHANGING = "larkwood-clinics";

    private static final String LONG_MEMORY = "long-memory";

    private static final String ANN = "ann author approver";
    private static final String BO = "bo approver";
    private static final String CY = "cy approver";
    private static final String OP = "op operator";
    private static final String WHY = "{\"why\": \"strategic accounts need more to be green\"}";

    @Test
    @Order(1)
    void theFirstStartImportsWhatWasReleased() throws Exception {
        JsonNode first = json(get("/api/v1/models")).get("items").get(0);

        assertThat(first.get("number").asInt()).isEqualTo(1);
        assertThat(first.get("version").asString()).isEqualTo("1");
        assertThat(first.get("state").asString()).isEqualTo("active");
        assertThat(first.at("/history/0/what").asString()).isEqualTo("model-imported");
        assertThat(first.at("/history/0/why").asString()).isEqualTo("released as version 1");
    }

    @Test
    @Order(2)
    void refusesUploadsThatAreNoWorkbooks() throws Exception {
        byte[] sound = workbook(79);

        assertThat(refusedUpload("own.drl", "rule".getBytes(StandardCharsets.UTF_8), 422))
                .contains("rule files are code");
        assertThat(refusedUpload("../enterprise.xlsx", sound, 422)).contains("no plain file name");
        assertThat(refusedUpload("enterprise.xlsx", "PK no zip".getBytes(StandardCharsets.UTF_8), 422))
                .contains("cannot be read", "enterprise.xlsx");
        assertThat(refusedUpload("enterprise.xlsx", original(), 422)).contains("nothing differs");
        assertThat(detail(upload("op operator", "enterprise.xlsx", sound, "why not"), 403))
                .contains("`op` may not draft and submit in segment `enterprise`");
        assertThat(detail(upload(ANN, "enterprise.xlsx", sound, " "), 422)).contains("`why`");
    }

    @Test
    @Order(3)
    void namesTheFigureAndTheLimitThatStandInTheWay() throws Exception {
        int version = uploaded(ANN, 79);
        assertThat(detail(post(path(version, "submit"), WHY, "X-Person", ANN), 409))
                .contains("was not simulated against the active model");

        simulate(version);

        assertThat(detail(post(path(version, "submit"), WHY, "X-Person", ANN), 409))
                .contains("the portfolio has 0 accounts; guardrails ask for 20");
        assertThat(json(get("/api/v1/models/" + version)).get("state").asString())
                .isEqualTo("draft");
    }

    @Test
    @Order(4)
    void aDraftGoesLiveAndComesBack() throws Exception {
        decideSamples();
        int version = uploaded(ANN, 79);
        assertThat(json(get("/api/v1/models/" + version + "/diff")).get("changes"))
                .hasSize(1);
        assertThat(json(get("/api/v1/models/" + version + "/issues"))
                        .at("/tests/failed")
                        .asInt())
                .isZero();
        simulate(version);
        JsonNode simulation = json(get(path(version, "simulation")));
        assertThat(simulation.at("/report/accounts").asInt())
                .isEqualTo(samples().size());
        assertThat(simulation.at("/guardrails/changing").asInt()).isEqualTo(1);
        assertThat(simulation.get("breaches")).isEmpty();

        JsonNode submitted = done(post(path(version, "submit"), WHY, "X-Person", ANN));
        assertThat(submitted.get("state").asString()).isEqualTo("submitted");
        assertThat(submitted.get("segments").toString()).isEqualTo("[\"enterprise\"]");
        assertThat(detail(post(path(version, "approve"), WHY, "X-Person", ANN), 409))
                .contains("`ann` is an author of version " + version);
        assertThat(detail(post(path(version, "activate"), WHY, "X-Person", OP), 409))
                .contains("has 0 of 2 approvals in segment `enterprise`");
        assertThat(done(post(path(version, "approve"), WHY, "X-Person", BO))
                        .get("state")
                        .asString())
                .isEqualTo("submitted");
        assertThat(done(post(path(version, "approve"), WHY, "X-Person", CY))
                        .get("state")
                        .asString())
                .isEqualTo("approved");
        assertThat(detail(post(path(version, "activate"), WHY, "X-Person", BO), 409))
                .contains("`bo` may not activate");
        assertThat(detail(post(path(version, "activate"), "{\"share\": 0, \"why\": \"x\"}", "X-Person", OP), 400))
                .contains("`share`");

        assertThat(done(post(path(version, "activate"), WHY, "X-Person", OP))
                        .get("state")
                        .asString())
                .isEqualTo("active");
        assertThat(decide("after-activation").at("/model/version").asString()).isEqualTo(Integer.toString(version));
        assertThat(state(1)).isEqualTo("retired");

        assertThat(done(post(path(1, "rollback"), WHY, "X-Person", OP))
                        .get("state")
                        .asString())
                .isEqualTo("active");
        assertThat(decide("after-rollback").at("/model/version").asString()).isEqualTo("1");
        assertThat(state(version)).isEqualTo("retired");
        assertThat(what(version))
                .containsExactly(
                        "model-uploaded",
                        "model-submitted",
                        "model-approved",
                        "model-approved",
                        "model-activated",
                        "model-retired");
    }

    @Test
    @Order(5)
    void everyTransitionIsALeafOfTheLog() throws Exception {
        JsonNode log = json(get("/api/v1/audit/records?kind=event&limit=200"));
        List<String> events = new ArrayList<>();
        log.get("items").forEach(item -> events.add(item.get("event").asString()));

        assertThat(events)
                .contains(
                        "model-uploaded",
                        "model-submitted",
                        "model-approved",
                        "model-activated",
                        "model-retired",
                        "model-rolled-back");
        assertThat(events.stream().filter("model-activated"::equals)).hasSize(3);
        assertThat(count("log_event where event = 'model-approved'")).isEqualTo(2);
    }

    @Test
    @Order(5)
    void pagesTellWhoDidWhatAndOnWhatEvidence() throws Exception {
        String list = get("/models").body();
        assertThat(list)
                .contains("<a href=\"/models/1\">1</a>", "data-state=\"active\">active<", "data-state=\"draft\">draft<")
                .contains("version 1 took its place", "strategic accounts")
                .doesNotContain("<script", "role=\"alert\"");
        int version = json(get("/api/v1/models"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("state").asString().equals("retired"))
                .findFirst()
                .orElseThrow()
                .get("number")
                .asInt();
        assertThat(get("/models/" + version).body())
                .contains("<td class=\"what\">bo</td>", "<td class=\"what\">cy</td>", "model-submitted")
                .contains("enterprise.xlsx › Thresholds", "</strong> errors", "none is passed")
                .contains("<dt>Change band</dt><dd><strong>1</strong>", "/workbooks/enterprise.xlsx\"")
                .doesNotContain("<script");
        assertThat(get("/models/1").body()).contains("released as version 1", "data-contract.yaml");
        assertThat(get("/models/99").statusCode()).isEqualTo(404);
        assertThat(get("/models/99").body()).contains("role=\"alert\"", "there is no version `99`");
        assertThat(get("/models?q=1").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(6)
    void anEditIsKnownAgainInWhoeversHands() throws Exception {
        int version = uploaded("bo author approver", 79);

        assertThat(json(get("/api/v1/models/" + version)).get("authors").toString())
                .isEqualTo("[\"ann\",\"bo\"]");
        done(post(path(version, "retire"), WHY, "X-Person", "bo author"));
        assertThat(state(version)).isEqualTo("retired");
        assertThat(detail(post(path(version, "rollback"), WHY, "X-Person", OP), 409))
                .contains("never was active");
    }

    @Test
    @Order(7)
    void aByteThatChangesVoidsApprovals() throws Exception {
        int version = approved(78.9);
        byte[] own = owner().sql("select bytes from model_version_file where number = ? and name = 'enterprise.xlsx'")
                .param(version)
                .query((row, index) -> row.getBytes(1))
                .single();
        replace(version, workbook(78.8));

        assertThat(detail(post(path(version, "activate"), WHY, "X-Person", OP), 409))
                .contains("something changed since version " + version, "model, workbooks");
        replace(version, own);
        done(post(path(version, "reject"), WHY, "X-Person", BO));
    }

    @Test
    @Order(8)
    void anApprovalThatNobodySignedIsNone() throws Exception {
        int version = approved(78.9);
        owner().sql("update model_version set life = replace(life, '\"person\":\"bo\"', '\"person\":\"zo\"') where"
                        + " number = ?")
                .param(version)
                .update();

        assertThat(detail(post(path(version, "activate"), WHY, "X-Person", OP), 409))
                .contains("is not signed");
    }

    @Test
    @Order(9)
    void aShadowDecidesSilentlyAndIsCompared() throws Exception {
        int version = approved(78.7);
        done(post(path(version, "shadow"), WHY, "X-Person", OP));

        decideSamples();
        JsonNode compared = json(get(path(version, "shadow")));
        while (compared.get("accounts").asInt() + compared.get("not_compared").asInt()
                < samples().size()) {
            Thread.sleep(50);
            compared = json(get(path(version, "shadow")));
        }

        assertThat(compared.get("changing").asInt()).isEqualTo(1);
        assertThat(get("/models/" + version).body())
                .contains("Beside the active version", "accounts were decided by both; <strong>1</strong>");
        assertThat(compared.at("/report/attribution/0/place").asString()).contains("enterprise.xlsx!Thresholds");
        assertThat(decide("beside-the-shadow").at("/model/version").asString()).isEqualTo("1");
        assertThat(count("decision where model_version = '" + version + "'")).isZero();
        HttpRequest.Builder end = request(path(version, "shadow") + "?why=seen+enough", "X-Person", OP)
                .DELETE();
        assertThat(done(send(end)).get("state").asString()).isEqualTo("approved");
        done(post(path(version, "retire"), WHY, "X-Person", OP));
    }

    @Test
    @Order(10)
    void aCanaryDecidesItsShareAndIsTakenBackByItself() throws Exception {
        int version = approved(78.6);
        done(post(path(version, "activate"), "{\"why\": \"try it\", \"share\": 50}", "X-Person", OP));

        assertThat(json(get("/api/v1/models/" + version)).get("canary").asInt()).isEqualTo(50);
        Map<String, String> before = versionsOf("steady");
        assertThat(Set.copyOf(before.values())).containsExactlyInAnyOrder("1", Integer.toString(version));
        assertThat(versionsOf("steady")).as("an account stays with its version").isEqualTo(before);

        String strategic = sample(CHANGING);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            lines.add(strategic.replace("\"" + CHANGING + "\"", "\"canary-" + i + "\""));
        }
        String answers =
                postLines("/api/v1/decisions/batch", String.join("\n", lines)).body();
        assertThat(answers.lines().filter(line -> line.contains("\"version\":\"" + version + "\"")))
                .hasSizeBetween(40, 110);
        while (!state(version).equals("rejected")) {
            Thread.sleep(50);
        }

        JsonNode rejected = json(get("/api/v1/models/" + version));
        JsonNode last = rejected.get("history").get(rejected.get("history").size() - 1);
        assertThat(last.get("what").asString()).isEqualTo("model-canary-ended");
        assertThat(last.get("person").asString()).isEqualTo("service");
        assertThat(last.get("why").asString()).contains("accounts changed band; guardrails allow 15 %");
        assertThat(Set.copyOf(versionsOf("steady").values())).containsExactly("1");
    }

    /** The active model asks for the newest time to first value alone; the draft smooths all. Only old readings are high. */
    @Test
    @Order(11)
    void aModelThatLooksFurtherBackIsTriedWithAllThatIsKnown() throws Exception {
        decideLongMemory("2025-06-01", 700);
        decideLongMemory("2025-07-01", 700);
        for (int month = 8; month <= 12; month++) {
            decideLongMemory("2025-%02d-01".formatted(month), 20);
        }

        HttpResponse<String> answer = upload("di author", "enterprise.xlsx", smoothing(), "look further back");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        int version = json(answer).get("number").asInt();
        simulate(version);
        assertThat(moved(json(get(path(version, "simulation"))))).contains(LONG_MEMORY);

        done(post(path(version, "submit"), WHY, "X-Person", "di author"));
        done(post(path(version, "approve"), WHY, "X-Person", BO));
        done(post(path(version, "approve"), WHY, "X-Person", CY));
        done(post(path(version, "shadow"), WHY, "X-Person", OP));
        decideLongMemory("2026-01-01", 20);
        JsonNode compared = json(get(path(version, "shadow")));
        while (compared.get("accounts").asInt() + compared.get("not_compared").asInt() < 1) {
            Thread.sleep(50);
            compared = json(get(path(version, "shadow")));
        }
        assertThat(moved(compared)).containsExactly(LONG_MEMORY);
    }

    private void decideLongMemory(String asOf, int timeToFirstValue) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", """
            {"account_id": "%s", "as_of": "%s", "attributes": {"arr": 180000},
             "indicators": {"time_to_first_value": %d, "seat_utilisation": 65}}\
            """.formatted(LONG_MEMORY, asOf, timeToFirstValue));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("issues")).as(answer.body()).isEmpty();
    }

    private static List<String> moved(JsonNode tried) {
        List<String> accounts = new ArrayList<>();
        tried.at("/report/largest_moves")
                .forEach(move -> accounts.add(move.get("account_id").asString()));
        return accounts;
    }

    private void replace(int version, byte[] bytes) {
        owner().sql("update model_version_file set bytes = ? where number = ? and name = 'enterprise.xlsx'")
                .params(bytes, version)
                .update();
    }

    /** Of the tables, who may change what the service may not. */
    abstract JdbcClient owner();

    private Map<String, String> versionsOf(String prefix) throws Exception {
        Map<String, String> versions = new java.util.TreeMap<>();
        for (int i = 0; i < 12; i++) {
            versions.put(prefix + i, decide(prefix + i).at("/model/version").asString());
        }
        return versions;
    }

    /** Has the approvals that an enterprise workbook takes. */
    private int approved(double threshold) throws Exception {
        int version = uploaded("di author", threshold);
        simulate(version);
        done(post(path(version, "submit"), WHY, "X-Person", "di author"));
        done(post(path(version, "approve"), WHY, "X-Person", BO));
        done(post(path(version, "approve"), WHY, "X-Person", CY));
        return version;
    }

    private int uploaded(String person, double threshold) throws Exception {
        HttpResponse<String> answer = upload(person, "enterprise.xlsx", workbook(threshold), "green from " + threshold);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        int number = json(answer).get("number").asInt();
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/models/" + number);
        return number;
    }

    private void simulate(int version) throws Exception {
        HttpResponse<String> started = post(path(version, "simulation"), "");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        JsonNode simulation = json(get(path(version, "simulation")));
        while (simulation.at("/progress/state").asString().equals("running")) {
            Thread.sleep(50);
            simulation = json(get(path(version, "simulation")));
        }
        assertThat(simulation.at("/progress/state").asString())
                .as(simulation.toString())
                .isEqualTo("finished");
    }

    private JsonNode decide(String account) throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", """
            {"account_id": "%s", "as_of": "2026-03-01", "attributes": {"arr": 180000},
             "indicators": {"seat_utilisation": 65, "logins_per_week": 31}}\
            """.formatted(account));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private void decideSamples() throws Exception {
        HttpResponse<String> answer = postLines("/api/v1/decisions/batch", String.join("\n", samples()));
        assertThat(answer.body().lines().filter(line -> line.contains("\"error\"")))
                .isEmpty();
    }

    /** Some of the sample accounts, with the one whose band changes. */
    private static List<String> samples() throws IOException {
        List<String> all = Files.readAllLines(ROOT.resolve("samples/customer-health/accounts.ndjson"));
        List<String> some = new ArrayList<>(all.stream()
                .filter(line -> line.contains("\"lifecycle_stage\":\"onboarding\"")
                        || line.contains("\"lifecycle_stage\": \"onboarding\""))
                .limit(40)
                .toList());
        all.stream().filter(line -> line.contains("\"" + CHANGING + "\"")).forEach(some::add);
        return some;
    }

    private static String sample(String account) throws IOException {
        return samples().stream()
                .filter(line -> line.contains("\"" + account + "\""))
                .findFirst()
                .orElseThrow();
    }

    private String state(int version) throws Exception {
        return json(get("/api/v1/models/" + version)).get("state").asString();
    }

    private List<String> what(int version) throws Exception {
        List<String> steps = new ArrayList<>();
        json(get("/api/v1/models/" + version))
                .get("history")
                .forEach(step -> steps.add(step.get("what").asString()));
        return steps;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String detail(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer).get("detail").asString();
    }

    private String refusedUpload(String name, byte[] bytes, int status) throws Exception {
        return detail(upload(ANN, name, bytes, "try it"), status);
    }

    private HttpResponse<String> upload(String person, String name, byte[] bytes, String why) throws Exception {
        String boundary = "barograph-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"why\"\r\n\r\n" + why + "\r\n");
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"workbooks\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(bytes);
        write(body, "\r\n--" + boundary + "--\r\n");
        return send(request("/api/v1/models", TestPrincipal.HEADER, person)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String path(int version, String what) {
        return "/api/v1/models/" + version + "/" + what;
    }

    private static byte[] original() throws IOException {
        return Files.readAllBytes(ROOT.resolve("decision-tables/customer-health/enterprise.xlsx"));
    }

    /** The shipped workbook with another score from which a strategic account is green. */
    private static byte[] workbook(double threshold) throws IOException {
        return edited("Thresholds", 1, 4, threshold);
    }

    /** The shipped workbook, which smooths the time to first value over years. */
    private static byte[] smoothing() throws IOException {
        return edited("Indicators", 8, 2, 720);
    }

    private static byte[] edited(String sheet, int row, int column, double value) throws IOException {
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(original()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edited.getSheet(sheet)
                    .getRow(row)
                    .getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue(value);
            edited.write(out);
            return out.toByteArray();
        }
    }
}
