package io.barograph.service.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.service.ServiceTest;
import io.barograph.service.access.KeysForTests;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another model takes the place of the active one while decisions are asked for. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class HotSwapTest extends ServiceTest {

    private static final Path HOME = Path.of(System.getProperty("barograph.root", "../.."));
    private static final int SWAPS = 6;
    private static final int CALLERS = 4;
    private static final List<String> SNAPSHOTS = snapshots();

    private static final Map<String, AccountSnapshot> ACCOUNTS = IntStream.range(0, SNAPSHOTS.size())
            .mapToObj(HotSwapTest::read)
            .collect(Collectors.toMap(AccountSnapshot::accountId, Function.identity()));

    @Autowired
    private ActiveModel active;

    @Autowired
    private ModelActivation activation;

    private final List<Decider> own = new ArrayList<>();

    @AfterEach
    void close() {
        own.forEach(Decider::close);
    }

    @Test
    void noRequestFailsAndEachIsDecidedByOneModel() throws Exception {
        List<ModelFiles> models = List.of(model(81), model(88));
        Map<String, Decider> deciders = new TreeMap<>();
        for (int i = 0; i < models.size(); i++) {
            Decider decider = compiled(models.get(i), "v" + i).decider();
            own.add(decider);
            deciders.put(decider.model().digest(), decider);
        }
        assertThat(IntStream.range(0, SNAPSHOTS.size()).filter(account -> differ(account, List.copyOf(own))))
                .as("accounts that the two models decide differently")
                .isNotEmpty();
        List<Generation> replaced = new ArrayList<>();
        swapTo(models.get(0), "v0", replaced);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<String> answers = new ArrayList<>();
        try {
            List<Future<List<String>>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(caller % 2 == 0 ? singles(caller, over) : batches(caller, over)));
            }
            for (int swap = 1; swap <= SWAPS; swap++) {
                swapTo(models.get(swap % 2), "v" + swap % 2, replaced);
                post("/api/v1/decisions?stateless=true", snapshot(0)); // so that each model decides something
            }
            over.set(true);
            for (Future<List<String>> caller : callers) {
                answers.addAll(caller.get());
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }

        assertThat(answers).isNotEmpty();
        for (String answer : answers) {
            JsonNode decision = JSON.readTree(answer);
            assertThat(decision).isEqualTo(expected(decision, deciders));
        }
        assertThat(replaced).hasSize(SWAPS + 1).allMatch(Generation::isClosed);
        assertThat(active.now().isClosed()).isFalse();
        assertThat(json(get("/actuator/info")).at("/model/digest").asString())
                .isEqualTo(active.now().version().digest());
        assertThat(get("/actuator/prometheus").body().lines().filter(line -> line.startsWith("barograph_model{")))
                .singleElement()
                .asString()
                .contains(active.now().version().digest());
    }

    @Test
    void aBatchIsDecidedByTheModelItBeganWith() throws Exception {
        List<Generation> replaced = new ArrayList<>();
        Generation first = active.now();
        try (Generation.Lease lease = active.hold()) {
            swapTo(model(82), "v3", replaced);

            assertThat(lease.generation()).isSameAs(first);
            assertThat(first.isClosed()).isFalse();
            assertThat(lease.decider().decide(read(1), PriorState.NONE).model()).isEqualTo(first.version());
        }
        assertThat(first.isClosed()).isTrue();
    }

    @Test
    @Timeout(120)
    void aCallerWhoGoesAwayWhileItsBatchIsWaitedForGivesItsModelBack(CapturedOutput log) throws Exception {
        Generation first = active.now();
        List<Generation> replaced = new ArrayList<>();
        try (Socket socket = batch(1)) {
            swapTo(model(83), "v4", replaced);
            assertThat(first.isClosed()).as("the batch goes on").isFalse();
            socket.setSoLinger(true, 0); // so that the connection breaks
        }
        while (!first.isClosed()) {
            Thread.sleep(20);
        }
        assertThat(active.now().isClosed()).isFalse();
        assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(log.getAll()).as("it is nothing to worry about").doesNotContain("ERROR");
    }

    @Test
    @Timeout(120)
    void aCallerWhoReadsNoMoreOfItsBatchAndGoesAwayGivesItsModelBack(CapturedOutput log) throws Exception {
        Generation first = active.now();
        List<Generation> replaced = new ArrayList<>();
        try (Socket socket = batch(1)) {
            Thread sender = new Thread(() -> sendUntilItFails(socket), "sender");
            sender.start();
            swapTo(model(84), "v5", replaced);
            assertThat(first.isClosed()).as("the batch goes on").isFalse();
            socket.setSoLinger(true, 0);
        }
        while (!first.isClosed()) {
            Thread.sleep(20);
        }
        assertThat(active.now().isClosed()).isFalse();
        assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(log.getAll()).as("it is nothing to worry about").doesNotContain("ERROR");
    }

    /** A batch whose first lines are answered, and that is not over. */
    private Socket batch(int lines) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(60_000);
        String head = """
                POST /api/v1/decisions/batch?stateless=true HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Authorization: Bearer %s\r
                Transfer-Encoding: chunked\r
                \r
                """.formatted(KeysForTests.TOKEN);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < lines; i++) {
            socket.getOutputStream().write(chunk(i));
            String answer = answers.readLine();
            while (answer != null && !answer.contains("decision_id")) {
                answer = answers.readLine();
            }
            assertThat(answer).as("the answer to line %d", i).isNotNull();
        }
        return socket;
    }

    private static void sendUntilItFails(Socket socket) {
        try {
            for (int i = 0; i < 1_000_000; i++) {
                socket.getOutputStream().write(chunk(i));
            }
        } catch (IOException closed) {
            return; // as it has to end
        }
        throw new IllegalStateException("a million lines were taken though nobody read the answers");
    }

    private static byte[] chunk(int account) {
        byte[] line = (snapshot(account) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        chunk.writeBytes(line);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return chunk.toByteArray();
    }

    private static boolean differ(int account, List<Decider> deciders) {
        AccountSnapshot snapshot = read(account);
        return deciders.stream()
                        .map(decider -> Objects.toString(
                                decider.decide(snapshot, PriorState.NONE).overallBand()))
                        .distinct()
                        .count()
                > 1;
    }

    private void swapTo(ModelFiles files, String version, List<Generation> replaced) {
        replaced.add(active.now());
        activation.activate(new Generation(files, compiled(files, version)));
    }

    private Callable<List<String>> singles(int caller, AtomicBoolean over) {
        return () -> {
            List<String> answers = new ArrayList<>();
            for (int i = 0; answers.isEmpty() || !over.get(); i++) {
                HttpResponse<String> answer = post("/api/v1/decisions?stateless=true", snapshot(caller + i));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                answers.add(answer.body());
            }
            return answers;
        };
    }

    /** Lines of one batch are all decided by one model. */
    private Callable<List<String>> batches(int caller, AtomicBoolean over) {
        return () -> {
            List<String> answers = new ArrayList<>();
            for (int i = 0; answers.isEmpty() || !over.get(); i++) {
                StringBuilder lines = new StringBuilder();
                for (int line = 0; line < 300; line++) {
                    lines.append(snapshot(caller + i + line)).append('\n');
                }
                HttpResponse<String> answer =
                        postLines("/api/v1/decisions/batch?stateless=true&explain=full", lines.toString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                List<String> decisions = answer.body().lines().toList();
                assertThat(decisions).hasSize(300);
                assertThat(decisions.stream()
                                .map(decision -> JSON.readTree(decision)
                                        .at("/model/digest")
                                        .asString())
                                .distinct())
                        .hasSize(1);
                answers.addAll(decisions.subList(0, 10));
            }
            return answers;
        };
    }

    /** What the model that a decision names decides by itself. */
    private static JsonNode expected(JsonNode decision, Map<String, Decider> deciders) throws Exception {
        Decider decider = deciders.get(decision.at("/model/digest").asString());
        assertThat(decider).as("the model that is named").isNotNull();
        AccountSnapshot snapshot =
                Objects.requireNonNull(ACCOUNTS.get(decision.get("account_id").asString()));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.write(decider.decide(snapshot, PriorState.NONE), null, Explain.FULL, json);
        ObjectNode expected = (ObjectNode) JSON.readTree(json.toByteArray());
        expected.set("decision_id", decision.get("decision_id"));
        expected.set("decided_at", decision.get("decided_at"));
        return expected;
    }

    private static AccountSnapshot read(int account) {
        try {
            return SnapshotJson.read(snapshot(account).getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 3, 1));
        } catch (BadSnapshotException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String snapshot(int number) {
        return SNAPSHOTS.get(number % SNAPSHOTS.size());
    }

    /** Large accounts of the samples, a line each. */
    private static List<String> snapshots() {
        try (Stream<String> lines = Files.lines(HOME.resolve("samples/customer-health/accounts.ndjson"))) {
            return lines.filter(
                            line -> JSON.readTree(line).at("/attributes/arr").asDouble() > 100_000)
                    .limit(60)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The shipped model with another threshold of a segment. */
    private static ModelFiles model(int threshold) throws IOException {
        ModelFiles shipped = ModelFolder.read(HOME.resolve("decision-tables/customer-health"), HOME);
        List<ModelFile> workbooks = new ArrayList<>();
        for (ModelFile workbook : shipped.workbooks()) {
            workbooks.add(workbook.name().equals("enterprise.xlsx") ? edited(workbook, threshold) : workbook);
        }
        return new ModelFiles(shipped.name(), workbooks, shipped.contract(), shipped.ruleFiles());
    }

    private static ModelFile edited(ModelFile workbook, int threshold) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(workbook.bytes()))) {
            edited.getSheet("Thresholds").getRow(1).getCell(4).setCellValue(threshold);
            edited.removeSheetAt(edited.getSheetIndex("Tests")); // they are about the threshold it has
            edited.write(out);
        }
        return new ModelFile(workbook.name(), out.toByteArray());
    }

    private static Compilation.Accepted compiled(ModelFiles files, String version) {
        Compilation compilation = ModelCompiler.compile(files, version);
        assertThat(compilation.issues()).noneMatch(Issue::isError);
        return (Compilation.Accepted) compilation;
    }
}
