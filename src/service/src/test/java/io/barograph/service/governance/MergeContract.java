package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Two people change one workbook, over HTTP, on a store of its own; what is told first is there for what is told later. */
@Import(TestPrincipal.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class MergeContract extends ServiceTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "../.."));
    private static final String ENTERPRISE = "enterprise.xlsx";

    private static final String ANN = "ann author approver";
    private static final String BO = "bo author approver";
    private static final String CY = "cy approver";
    private static final String DI = "di approver";
    private static final String EVE = "eve author";
    private static final String OP = "op operator";
    private static final String WHY = "{\"why\": \"both belong together\"}";

    /** A draft that is left behind when another one goes live. */
    private static int left;

    @Test
    @Order(1)
    void changesOfTwoPeopleBecomeOneDraftThatNeitherMayApprove() throws Exception {
        int ann = uploaded(ANN, threshold(79));
        int bo = uploaded(BO, because("Strategic accounts are held to more."));
        left = uploaded(EVE, threshold(81));

        HttpResponse<String> answer = merge(bo, BO, "{\"why\": \"together\", \"with\": \"" + ann + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode merged = json(answer);
        int number = merged.get("number").asInt();
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/models/" + number);
        assertThat(merged.get("state").asString()).isEqualTo("draft");
        assertThat(merged.get("authors").toString()).isEqualTo("[\"ann\",\"bo\"]");
        assertThat(merged.get("segments").toString()).isEqualTo("[\"enterprise\"]");
        assertThat(merged.at("/history/0/what").asString()).isEqualTo("model-merged");
        assertThat(merged.at("/history/0/person").asString()).isEqualTo("bo");
        assertThat(json(get(path(number, "diff"))).get("changes").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("threshold-moved", "because-changed");
        assertThat(json(get(path(number, "issues"))).at("/tests/failed").asInt())
                .isZero();

        decideSamples();
        simulate(number);
        done(post(path(number, "submit"), WHY, "X-Person", BO));
        assertThat(detail(post(path(number, "approve"), WHY, "X-Person", ANN), 409))
                .contains("`ann` is an author of version " + number);
        assertThat(detail(post(path(number, "approve"), WHY, "X-Person", BO), 409))
                .contains("`bo` is an author of version " + number);
        done(post(path(number, "approve"), WHY, "X-Person", CY));
        done(post(path(number, "approve"), WHY, "X-Person", DI));
        assertThat(done(post(path(number, "activate"), WHY, "X-Person", OP))
                        .get("state")
                        .asString())
                .isEqualTo("active");
    }

    @Test
    @Order(2)
    void aMergeIsALeafOfTheLog() throws Exception {
        JsonNode log = json(get("/api/v1/audit/records?kind=event&limit=200"));

        assertThat(log.get("items").findValuesAsString("event")).contains("model-merged");
        assertThat(client.sql("select count(*) from log_event where event = 'model-merged'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void aDraftThatWasLeftBehindIsSentToTheMerge() throws Exception {
        simulate(left);

        assertThat(detail(post(path(left, "submit"), WHY, "X-Person", EVE), 409))
                .contains("is active now, and it would take back what was changed since", path(left, "merge"));
    }

    @Test
    @Order(4)
    void tellsEveryConflictWithItsPlaceAndWhoseItIs() throws Exception {
        HttpResponse<String> answer = merge(left, EVE, WHY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:barograph:problem:merge-conflict");
        assertThat(problem.get("mine_version").asInt()).isEqualTo(left);
        assertThat(problem.get("conflicts")).hasSize(1);
        JsonNode conflict = problem.get("conflicts").get(0);
        assertThat(conflict.get("kind").asString()).isEqualTo("cell-changed-twice");
        assertThat(conflict.get("file").asString()).isEqualTo(ENTERPRISE);
        assertThat(conflict.get("sheet").asString()).isEqualTo("Thresholds");
        assertThat(conflict.get("row").asString()).isEqualTo("ENT-TH-01");
        assertThat(conflict.get("column").asString()).isEqualTo("From");
        assertThat(conflict.get("cell_theirs").asString()).isEqualTo("enterprise.xlsx!Thresholds!E2");
        assertThat(conflict.get("base").asString()).isEqualTo(original());
        assertThat(conflict.get("theirs").asString()).isEqualTo("79");
        assertThat(conflict.get("theirs_by").toString()).isEqualTo("[\"ann\",\"bo\"]");
        assertThat(conflict.get("mine").asString()).isEqualTo("81");
        assertThat(conflict.get("mine_by").toString()).isEqualTo("[\"eve\"]");
        assertThat(conflict.get("remedy").asString()).isEqualTo("take theirs or mine, or give another value");
    }

    @Test
    @Order(5)
    void refusesResolutionsItCannotFollow() throws Exception {
        String active = Integer.toString(
                json(get("/api/v1/models/active")).get("number").asInt());
        String id = "enterprise.xlsx!Thresholds!ENT-TH-01!From";

        assertThat(detail(resolve("active", id, "mine", null), 422)).contains("name version " + active + " as `with`");
        assertThat(detail(resolve(active, "nowhere", "mine", null), 422))
                .contains("there is no conflict `nowhere` to settle");
        assertThat(detail(resolve(active, id, "yours", null), 400))
                .contains("`resolutions[0]` must `take` `theirs`, `mine` or `value`, but has `yours`");
        assertThat(detail(resolve(active, id, "value", null), 400)).contains("takes a value but has none");
        assertThat(detail(resolve(active, id, "mine", "80"), 400)).contains("so it must `take` `value`");
        assertThat(detail(merge(left, EVE, "{\"with\": \"" + active + "\", \"why\": \" \"}"), 422))
                .contains("`why`");
        assertThat(detail(resolve(active, id, "theirs", null), 422)).contains("so there is nothing to merge");
        assertThat(detail(merge(left, OP, body(active, id, "mine", null)), 403))
                .contains("`op` may not draft and submit");
    }

    @Test
    @Order(6)
    void settledConflictsBecomeADraftOnTheActiveVersion() throws Exception {
        JsonNode active = json(get("/api/v1/models/active"));

        HttpResponse<String> answer = resolve(
                Integer.toString(active.get("number").asInt()),
                "enterprise.xlsx!Thresholds!ENT-TH-01!From",
                "value",
                "80.5");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode merged = json(answer);
        assertThat(merged.get("base").asString()).isEqualTo(active.get("digest").asString());
        assertThat(merged.get("authors").toString()).isEqualTo("[\"ann\",\"bo\",\"eve\"]");
        JsonNode changes = json(get(path(merged.get("number").asInt(), "diff"))).get("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("from").asString()).isEqualTo("79");
        assertThat(changes.get(0).get("to").asString()).isEqualTo("80.5");
        simulate(merged.get("number").asInt());
        assertThat(done(post(path(merged.get("number").asInt(), "submit"), WHY, "X-Person", EVE))
                        .get("state")
                        .asString())
                .isEqualTo("submitted");
    }

    @Test
    @Order(7)
    void anUploadMayNameTheVersionItWasMadeFrom() throws Exception {
        JsonNode first = json(get("/api/v1/models/1"));

        HttpResponse<String> answer = upload(EVE, workbook(because("Nothing less.")), "1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        int late = json(answer).get("number").asInt();
        assertThat(json(answer).get("base").asString())
                .isEqualTo(first.get("digest").asString());
        assertThat(json(merge(late, EVE, WHY)).get("conflicts").findValuesAsString("column"))
                .containsExactly("Because");
        assertThat(detail(upload(EVE, workbook(threshold(70)), Integer.toString(late)), 422))
                .contains("version " + late + " never was active");
    }

    @Test
    @Order(8)
    void refusesWhatThereIsNothingToMergeOf() throws Exception {
        int active = json(get("/api/v1/models/active")).get("number").asInt();
        int fresh = uploaded(ANN, threshold(78));

        assertThat(detail(merge(fresh, ANN, WHY), 422)).contains("was made from the active one");
        assertThat(detail(merge(active, ANN, WHY), 409)).contains("is active and cannot be merged");
        assertThat(detail(merge(1, ANN, WHY), 409)).contains("is retired and cannot be merged");
        assertThat(detail(merge(fresh, ANN, "{\"why\": \"x\", \"with\": \"" + left + "\"}"), 422))
                .contains("were not made from the same one; merge each with the active one first");
        assertThat(detail(merge(fresh, ANN, "{\"why\": \"x\", \"with\": \"no-such\"}"), 404))
                .contains("no-such");
    }

    /** Does something to the shipped workbook, or to one of another version. */
    private interface Edit {
        void on(XSSFSheet thresholds);
    }

    private static Edit threshold(double from) {
        return sheet -> sheet.getRow(1).getCell(4).setCellValue(from);
    }

    private static Edit because(String text) {
        return sheet -> {
            XSSFCell cell = null;
            for (int column = 0; column < sheet.getRow(0).getLastCellNum(); column++) {
                if (sheet.getRow(0).getCell(column).getStringCellValue().equals("Because")) {
                    cell = sheet.getRow(1).getCell(column);
                }
            }
            assertThat(cell).isNotNull();
            cell.setCellValue(text);
        };
    }

    private static String original() throws IOException {
        try (XSSFWorkbook shipped = new XSSFWorkbook(new ByteArrayInputStream(shipped()))) {
            return java.math.BigDecimal.valueOf(
                            shipped.getSheet("Thresholds").getRow(1).getCell(4).getNumericCellValue())
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    private static byte[] shipped() throws IOException {
        return Files.readAllBytes(
                ROOT.resolve("decision-tables/customer-health").resolve(ENTERPRISE));
    }

    private static byte[] workbook(Edit edit) throws IOException {
        return edited(shipped(), edit);
    }

    private static byte[] edited(byte[] bytes, Edit edit) throws IOException {
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(edited.getSheet("Thresholds"));
            edited.write(out);
            return out.toByteArray();
        }
    }

    private int uploaded(String person, Edit edit) throws Exception {
        byte[] active = client.sql("select bytes from model_version_file where name = ? and number = ?")
                .params(
                        ENTERPRISE,
                        json(get("/api/v1/models/active")).get("number").asInt())
                .query((row, index) -> row.getBytes(1))
                .single();
        HttpResponse<String> answer = upload(person, edited(active, edit), "active");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("number").asInt();
    }

    private HttpResponse<String> upload(String person, byte[] bytes, String base) throws Exception {
        String boundary = "barograph-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (List<String> field : List.of(List.of("why", "try it"), List.of("base", base))) {
            write(
                    body,
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.get(0) + "\"\r\n\r\n"
                            + field.get(1) + "\r\n");
        }
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"workbooks\"; filename=\"" + ENTERPRISE
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

    private HttpResponse<String> merge(int version, String person, String body) throws Exception {
        return post(path(version, "merge"), body, "X-Person", person);
    }

    private HttpResponse<String> resolve(
            String with, String conflict, String take, @org.jspecify.annotations.Nullable String value)
            throws Exception {
        return merge(left, EVE, body(with, conflict, take, value));
    }

    private static String body(
            String with, String conflict, String take, @org.jspecify.annotations.Nullable String value) {
        return """
                {"why": "settled", "with": "%s", "resolutions": [{"conflict": "%s", "take": "%s"%s}]}\
                """.formatted(with, conflict, take, value == null ? "" : ", \"value\": \"" + value + "\"");
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

    private void decideSamples() throws Exception {
        List<String> some = Files.readAllLines(ROOT.resolve("samples/customer-health/accounts.ndjson")).stream()
                .filter(line -> line.contains("onboarding"))
                .limit(40)
                .toList();
        HttpResponse<String> answer = postLines("/api/v1/decisions/batch", String.join("\n", some));
        assertThat(answer.body().lines().filter(line -> line.contains("\"error\"")))
                .isEmpty();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String detail(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer).get("detail").asString();
    }

    private static String path(int version, String what) {
        return "/api/v1/models/" + version + "/" + what;
    }
}
