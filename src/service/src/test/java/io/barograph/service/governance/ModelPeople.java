package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An author, two approvers and an operator, each with a key of their own, and what they do to versions of the shipped model. */
final class ModelPeople {

    static final Path HOME = Path.of(System.getProperty("barograph.root", "../.."));

    /** A strategic account of the samples with 79.25 points; the shipped model calls it green from 80 points. */
    static final String CHANGING = "larkwood-clinics";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "barograph-boundary";
    private static final String WHY = "{\"why\": \"strategic accounts are green earlier\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> keys = new TreeMap<>();
    private final RunningService first;

    /** @param first whose portfolio is made of some samples; the keys are good for every instance on its database */
    ModelPeople(RunningService first) throws Exception {
        this.first = first;
        key("ann", "author");
        key("bo", "approver");
        key("cy", "approver");
        key("op", "operator");
        first.batch(String.join("\n", samples()));
    }

    private void key(String person, String role) throws Exception {
        String body = """
                {"name": "%s", "person": "%s", "roles": ["%s"]}""".formatted(person, person, role);
        keys.put(person, first.post("/api/v1/access/keys", body).get("token").asString());
    }

    /** A version that may be activated: strategic accounts are green from a score on. */
    int approved(double threshold) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"why\"", "green from".getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"workbooks\"; filename=\"enterprise.xlsx\"", workbook(threshold));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        JsonNode draft = done(HttpRequest.newBuilder(URI.create(first.address() + "/api/v1/models"))
                .header("Authorization", "Bearer " + keys.get("ann"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        int version = draft.get("number").asInt();
        move(first, "ann", version, "simulation", WHY);
        while (first.get(path(version, "simulation"))
                .at("/progress/state")
                .asString()
                .equals("running")) {
            Thread.sleep(50);
        }
        move(first, "ann", version, "submit", WHY);
        move(first, "bo", version, "approve", WHY);
        move(first, "cy", version, "approve", WHY);
        return version;
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    void activate(RunningService at, int version) throws Exception {
        move(at, "op", version, "activate", WHY);
    }

    void canary(RunningService at, int version, int share) throws Exception {
        move(at, "op", version, "activate", "{\"why\": \"some first\", \"share\": " + share + "}");
    }

    void rollBack(RunningService at, int version) throws Exception {
        move(at, "op", version, "rollback", WHY);
    }

    void shadow(RunningService at, int version) throws Exception {
        move(at, "op", version, "shadow", WHY);
    }

    private void move(RunningService at, String person, int version, String what, String body) throws Exception {
        done(HttpRequest.newBuilder(URI.create(at.address() + path(version, what)))
                .header("Authorization", "Bearer " + keys.get(person))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode done(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    static String path(int version, String what) {
        return "/api/v1/models/" + version + "/" + what;
    }

    /** The shipped model as that version has it. */
    static ModelFiles model(double threshold) throws IOException {
        ModelFiles shipped = shipped();
        List<ModelFile> workbooks = new ArrayList<>();
        for (ModelFile workbook : shipped.workbooks()) {
            boolean edited = workbook.name().equals("enterprise.xlsx");
            workbooks.add(edited ? new ModelFile(workbook.name(), workbook(threshold)) : workbook);
        }
        return new ModelFiles(shipped.name(), workbooks, shipped.contract(), shipped.ruleFiles());
    }

    static ModelFiles shipped() throws IOException {
        return ModelFolder.read(HOME.resolve("decision-tables/customer-health"), HOME);
    }

    static byte[] workbook(double threshold) throws IOException {
        byte[] shipped = Files.readAllBytes(HOME.resolve("decision-tables/customer-health/enterprise.xlsx"));
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(shipped));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edited.getSheet("Thresholds").getRow(1).getCell(4).setCellValue(threshold);
            edited.write(out);
            return out.toByteArray();
        }
    }

    /** Forty sample accounts and the one whose band changes, a line each. */
    static List<String> samples() {
        try (Stream<String> lines = Files.lines(HOME.resolve("samples/customer-health/accounts.ndjson"))) {
            List<String> some = new ArrayList<>();
            for (String line : lines.toList()) {
                boolean changing = line.contains("\"" + CHANGING + "\"");
                if (some.size() < 40 || changing) {
                    some.add(line);
                }
            }
            return some;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The account whose band changes, under another name. */
    static String changing(String account) {
        return samples().stream()
                .filter(line -> line.contains("\"" + CHANGING + "\""))
                .findFirst()
                .orElseThrow()
                .replace("\"" + CHANGING + "\"", "\"" + account + "\"");
    }
}
