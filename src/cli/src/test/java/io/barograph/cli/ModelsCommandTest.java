package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of versions, by the command, against a service that runs. */
class ModelsCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SHIPPED = Run.ROOT.resolve("decision-tables/customer-health");

    @TempDir
    private static Path folder;

    private static @Nullable RunningService service;

    @BeforeAll
    static void start() throws Exception {
        RunningService started = RunningService.start(Run.ROOT, SHIPPED, folder.resolve("data"));
        service = started;
        started.batch(Files.readString(Run.ROOT.resolve("samples/customer-health/accounts.ndjson")));
        key(started, "ann", "author\",\"approver");
        key(started, "bo", "approver");
        key(started, "cy", "approver");
        key(started, "op", "operator");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static void key(RunningService started, String person, String roles) throws Exception {
        String token = started.post("/api/v1/access/keys", """
                        {"name": "%s", "person": "%s", "roles": ["%s"]}""".formatted(person, person, roles))
                .get("token")
                .asString();
        Files.writeString(folder.resolve(person), token + "\n");
    }

    @Test
    @Timeout(600)
    void aVersionGoesFromAnUploadToDecidingAndBack() throws Exception {
        Path changed = withSegment("Giants", 500_000);
        Run upload = done("ann", "upload", changed.toString(), "--why", "very large accounts by themselves");
        String version = number(upload);
        assertThat(upload.out())
                .contains(version + "    draft ", "ann: very large accounts by t", "next: `barograph models check");

        assertThat(done("ann", "list").out().lines().toList())
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .startsWith("1    active ")
                .endsWith("service: released as version 1");
        assertThat(done("ann", "check", version).out())
                .startsWith("tests: ")
                .contains(" passed, 0 failed\n", "no errors, ");
        assertThat(done("ann", "diff", version).out())
                .contains("segments.xlsx › Segments\n  + SEG-91: ARR >= 500000 → Giants\n", "giants.xlsx\n");
        assertThat(refused("ann", "submit", version, "--why", "ready")).contains("was not simulated");
        assertThat(done("ann", "simulate", version).out())
                .contains("500 accounts, 5 change band\n  Giants: green → yellow, 2\n")
                .contains("  by segments.xlsx!Segments!D4: row added: SEG-91: ARR >= 500000 → Giants\n")
                .endsWith("no guardrail is passed\n");

        assertThat(done("ann", "submit", version, "--why", "ready").out()).contains("submitted ", "ann: ready");
        assertThat(refused("ann", "approve", version, "--why", "mine")).contains("`ann` is an author of version");
        assertThat(refused("op", "activate", version, "--why", "go")).contains("0 of 2 approvals in segment");
        done("bo", "approve", version, "--why", "looks right");
        assertThat(done("cy", "approve", version, "--why", "agreed").out()).contains("approved ", "cy: agreed");

        assertThat(done("op", "shadow", version, "--why", "look first").out()).contains("shadow ");
        service().batch(giants());
        String compared = json(done("op", "compare", version, "--format", "json"))
                .get("accounts")
                .asString();
        while (compared.equals("0")) {
            Thread.sleep(50);
            compared = json(done("op", "compare", version, "--format", "json"))
                    .get("accounts")
                    .asString();
        }
        assertThat(done("op", "compare", version).out()).contains("decided by both, ", "change");
        done("op", "end-shadow", version, "--why", "seen enough");
        assertThat(done("op", "activate", version, "--why", "some first", "--share", "20")
                        .out())
                .contains("canary, 20 %");
        assertThat(done("op", "rollback", version, "--why", "it was a try").out())
                .contains("approved ");
        done("op", "activate", version, "--why", "all");
        assertThat(service().batch(giants()).get(0).at("/segment").asString()).isEqualTo("Giants");
        done("op", "rollback", "1", "--why", "and back");

        String shown = done("op", "show", version).out();
        assertThat(shown)
                .startsWith("version " + version + " of customer-health is retired\ndigest   sha256:")
                .contains("touches  *, Giants, enterprise, marketplace, mid-market, smb\nauthors  ann\n")
                .contains("approved by bo, by cy\n", "Z  model-approved by bo (api-key:bo)\n  looks right\n")
                .containsSubsequence("model-uploaded by ann", "model-submitted", "model-shadowed", "model-activated")
                .endsWith("Z  model-retired by op (api-key:op)\n  version 1 took its place\n");
        anAuditorSeesWhoApprovedIt(version);
    }

    private static void anAuditorSeesWhoApprovedIt(String version) throws Exception {
        Path export = folder.resolve("audit.ndjson");
        Files.write(export, service().bytes("/api/v1/audit/export"));
        String key = service().get("/api/v1/audit/keys").at("/keys/0/key").asString();

        Run verify = Run.of("audit", "verify", export.toString(), "--key", key);

        assertThat(verify.out())
                .startsWith("INTACT: all ")
                .contains(": version 1, from the installation\n", ": version 1, gone back to\n")
                .contains(": version " + version + " as a canary, by ann, approved by bo, cy\n")
                .contains(": version " + version + ", by ann, approved by bo, cy\n");
    }

    @Test
    void aDraftWithErrorsIsToldAndGoesNoFurther() throws Exception {
        Run upload = done(
                "ann",
                "upload",
                "samples/broken-model/segments.xlsx",
                "samples/broken-model/standard.xlsx",
                "--whole",
                "--why",
                "broken");
        String version = number(upload);

        Run check = models("ann", "check", version);

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out())
                .contains("  error   A2       unknown indicator `Seat utilizaton`\n", "13 errors, no notices\n");
        assertThat(json(models("ann", "check", version, "--format", "json")).get("issues"))
                .hasSize(13);
        assertThat(refused("ann", "simulate", version)).contains("has errors, so nothing can be decided by it");
        assertThat(done("ann", "retire", version, "--why", "a mistake").out()).contains("retired ", "ann: a mistake");
        assertThat(refused("op", "shadow", version, "--why", "x")).contains("is retired and cannot be");
    }

    @Test
    void saysWhyNothingIsDone() throws IOException {
        assertThat(refused("ann", "show", "99")).contains("there is no version `99`");
        assertThat(refused("op", "upload", "samples/broken-model/segments.xlsx", "--why", "x"))
                .contains("this call is for the role `author`");
        assertThat(refused("op", "activate", "1", "--why", "x", "--share", "0"))
                .contains("`share` must be a percentage from 1 to 100, but is 0");
        assertThat(refused("ann", "compare", "1")).contains("neither in shadow nor a canary");
        assertThat(refused("ann", "upload", SHIPPED.resolve("smb.xlsx").toString(), "--why", "x"))
                .contains("nothing differs from the active model");
        assertThat(models("op", "rollback", "1", "--why", "x", "--share", "5").err())
                .contains("only `activate` takes `--share`");
        assertThat(models("ann", "upload", "no-such.xlsx", "--why", "x").err())
                .contains("there is no file or folder `no-such.xlsx`");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(models("ann", "upload", empty.toString(), "--why", "x").err())
                .contains("has no workbooks");
        assertThat(models("ann", "approve", "1").err()).contains("--why");
    }

    @Test
    void aWrongKeyOrNoServiceIsToldWithTheRemedy() throws IOException {
        Files.writeString(folder.resolve("wrong"), "barograph_0000000000000000_" + "x".repeat(43));
        Files.writeString(folder.resolve("blank"), "\n");

        assertThat(refused("wrong", "list")).contains("does not take the API key", "ask for a new one");
        assertThat(models("blank", "list").err()).contains("the first line of", "is empty");
        assertThat(models("missing", "list").err()).contains("there is no `" + folder.resolve("missing") + "`");
        Run nobody = Run.of("models", "list", "--server", "http://127.0.0.1:1");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("nothing answers at `http://127.0.0.1:1`", "barograph serve");
        assertThat(Run.of("models", "list", "--server", "ftp://here").err())
                .contains("`--server` must be an address such as");
        assertThat(Run.of("models").err()).contains("say what, one of list, show, upload");
    }

    /** All accounts of the samples that are large enough for the new segment. */
    private static String giants() throws IOException {
        List<String> giants = new ArrayList<>();
        for (String line : Files.readAllLines(Run.ROOT.resolve("samples/customer-health/accounts.ndjson"))) {
            if (JSON.readTree(line).at("/attributes/arr").asDouble() >= 500_000) {
                giants.add(line);
            }
        }
        return String.join("\n", giants);
    }

    private static Path withSegment(String segment, int arr) throws IOException {
        Path model = Files.createDirectories(folder.resolve(segment).resolve("customer-health"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Run made = Run.of("new", "segment", segment, "--when", "ARR=>= " + arr, "--model", model.toString());
        assertThat(made.code()).as(made.err()).isZero();
        return model;
    }

    private static Run models(String person, String... arguments) {
        List<String> command = new ArrayList<>(List.of("models"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--server",
                service().address(),
                "--key-file",
                folder.resolve(person).toString()));
        return Run.of(command.toArray(String[]::new));
    }

    private static Run done(String person, String... arguments) {
        Run run = models(person, arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        if (!List.of(arguments).contains("json")) {
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
        return run;
    }

    private static String refused(String person, String... arguments) {
        Run run = models(person, arguments);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("barograph: ");
        return run.err();
    }

    private static String number(Run upload) {
        return upload.out().substring(0, upload.out().indexOf(' '));
    }

    private static JsonNode json(Run run) {
        return JSON.readTree(run.out());
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
