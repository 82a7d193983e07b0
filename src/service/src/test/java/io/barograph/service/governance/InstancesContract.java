package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.model.ModelFiles;
import io.barograph.service.RunningService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two instances of the service on one database. */
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InstancesContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CALLERS = 4;
    private static final double EARLIER = 79;

    /** What guardrails ask for before a canary is judged. */
    private static final int ENOUGH = 25;

    @TempDir
    private static Path folder;

    private final List<RunningService> running = new ArrayList<>();
    private final List<Decider> own = new ArrayList<>();
    private RunningService one;
    private RunningService other;
    private ModelPeople people;

    // approved while the portfolio is that of the samples
    private int live;
    private int canary;
    private int shadow;

    /** Properties of a database that nobody else uses. */
    abstract List<String> database();

    @BeforeAll
    void start() throws Exception {
        one = started("one");
        other = started("other");
        people = new ModelPeople(one);
        live = people.approved(EARLIER);
        canary = people.approved(EARLIER - 0.1);
        shadow = people.approved(EARLIER - 0.2);
    }

    private RunningService started(String name) {
        List<String> properties = new ArrayList<>(database());
        properties.add("barograph.audit.keys=" + folder.resolve("keys"));
        RunningService service = RunningService.start(ModelPeople.HOME, folder.resolve(name), properties);
        running.add(service);
        return service;
    }

    @AfterAll
    void stop() {
        running.forEach(RunningService::close);
        own.forEach(Decider::close);
    }

    @Test
    @Order(1)
    void whatGoesLiveOnOneInstanceDecidesOnBothWhileTheyAreAsked() throws Exception {
        int version = live;
        Map<String, Decider> deciders = new HashMap<>();
        decider(deciders, ModelPeople.shipped(), "1");
        decider(deciders, ModelPeople.model(EARLIER), Integer.toString(version));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<JsonNode> answers = new ArrayList<>();
        try {
            List<Future<List<JsonNode>>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(caller(caller, over)));
            }
            people.activate(one, version);
            converge();
            people.rollBack(other, 1);
            converge();
            people.rollBack(one, version);
            converge();
            people.rollBack(other, 1);
            converge();
            over.set(true);
            for (Future<List<JsonNode>> caller : callers) {
                answers.addAll(caller.get());
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }

        TreeSet<String> named = new TreeSet<>();
        for (JsonNode answer : answers) {
            String digest = answer.at("/model/digest").asString();
            named.add(digest);
            assertThat(deciders).containsKey(digest);
            assertThat(answer).isEqualTo(alone(answer, Objects.requireNonNull(deciders.get(digest))));
        }
        assertThat(named).as("models that decided").isEqualTo(new TreeSet<>(deciders.keySet()));
        String pass = other.location("/api/v1/audit/replays", "");
        JsonNode replayed = other.get(pass);
        while (replayed.get("state").asString().equals("running")) {
            Thread.sleep(50);
            replayed = other.get(pass);
        }
        assertThat(replayed.get("identical").asLong())
                .isGreaterThanOrEqualTo(ModelPeople.samples().size() + CALLERS);
        assertThat(replayed.get("different").asLong()).isZero();
        assertThat(replayed.get("not_replayed")).isEmpty();
    }

    @Test
    @Order(2)
    void aCanaryIsTakenBackByWhatBothSawTogether() throws Exception {
        int version = canary;
        people.canary(one, version, 50);
        while (canary(other, version) != 50) {
            Thread.sleep(50);
        }

        int few = byCanary(one, "one-", version, ENOUGH - 5);
        assertThat(one.get("/api/v1/models/" + version).get("state").asString()).isEqualTo("approved");
        byCanary(other, "other-", version, ENOUGH - 5);
        while (!one.get("/api/v1/models/" + version).get("state").asString().equals("rejected")) {
            Thread.sleep(50);
        }
        for (RunningService instance : running) {
            while (instance.status(ModelPeople.path(version, "shadow")) != 404) {
                Thread.sleep(20);
            }
        }

        JsonNode history = other.get("/api/v1/models/" + version).get("history");
        JsonNode last = history.get(history.size() - 1);
        assertThat(last.get("what").asString()).isEqualTo("model-canary-ended");
        assertThat(last.get("why").asString()).contains("accounts changed band; guardrails allow 15 %");
        assertThat(few).as("what one instance saw alone was too little").isLessThan(ENOUGH);
        for (int i = 0; i < 10; i++) {
            RunningService asked = i % 2 == 0 ? one : other;
            assertThat(asked.post("/api/v1/decisions?stateless=true", ModelPeople.changing("after-" + i))
                            .at("/model/version")
                            .asString())
                    .isEqualTo("1");
        }
    }

    @Test
    @Order(3)
    void countsOfAllInstancesAddUpAndOutliveAStart() throws Exception {
        int version = shadow;
        people.shadow(one, version);
        compared(other, version);
        decide(one, 0, 8);
        decide(other, 4, 12);
        while (compared(one, version).get("accounts").asInt() < 12) {
            Thread.sleep(50);
        }
        assertThat(compared(one, version).get("accounts").asInt()).isEqualTo(12);
        assertThat(compared(one, version).get("changing").asInt()).isEqualTo(12);

        one.close();
        running.remove(one);
        one = started("one");
        decide(one, 0, 14);
        while (compared(other, version).get("accounts").asInt() < 14) {
            Thread.sleep(50);
        }

        assertThat(compared(other, version).get("accounts").asInt()).isEqualTo(14);
        assertThat(compared(other, version).get("changing").asInt()).isEqualTo(14);
    }

    /** How the shadow does, once the instance knows of it. */
    private static JsonNode compared(RunningService at, int version) throws Exception {
        while (at.status(ModelPeople.path(version, "shadow")) == 404) {
            Thread.sleep(50);
        }
        return at.get(ModelPeople.path(version, "shadow"));
    }

    private static void decide(RunningService at, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            at.post("/api/v1/decisions", ModelPeople.changing("counted-" + i));
        }
    }

    /** Asks until the canary decided so many accounts, or is gone; tells how many. */
    private static int byCanary(RunningService at, String prefix, int version, int wanted) throws Exception {
        int seen = 0;
        for (int i = 0; seen < wanted; i++) {
            JsonNode answer = at.post("/api/v1/decisions", ModelPeople.changing(prefix + i));
            boolean canary = answer.at("/model/version").asString().equals(Integer.toString(version));
            assertThat(answer.at("/bands/Overall").asString()).isEqualTo(canary ? "green" : "yellow");
            seen += canary ? 1 : 0;
            if (i % 10 == 9
                    && at.get("/api/v1/models/" + version)
                            .get("state")
                            .asString()
                            .equals("rejected")) {
                return seen;
            }
        }
        return seen;
    }

    /** The share that an instance lets the canary decide; 0 when it does not know of it yet. */
    private static int canary(RunningService at, int version) throws Exception {
        return at.status(ModelPeople.path(version, "shadow")) == 404
                ? 0
                : at.get("/api/v1/models/" + version).get("canary").asInt();
    }

    /** Until both instances serve the same; the test's own limit is how long that may take. */
    private void converge() throws Exception {
        while (!digest(one).equals(digest(other))) {
            Thread.sleep(20);
        }
    }

    private static String digest(RunningService service) throws Exception {
        return service.get("/actuator/info").at("/model/digest").asString();
    }

    /** Asks both instances by turns, single accounts and batches; some decisions are kept with their past. */
    private Callable<List<JsonNode>> caller(int caller, AtomicBoolean over) {
        return () -> {
            List<JsonNode> answers = new ArrayList<>();
            List<String> samples = ModelPeople.samples();
            for (int i = 0; !over.get(); i++) {
                RunningService asked = (caller + i) % 2 == 0 ? one : other;
                String sample = samples.get((caller + i) % samples.size());
                answers.add(asked.post("/api/v1/decisions?stateless=true", sample));
                asked.post("/api/v1/decisions", ModelPeople.changing("load-" + caller + "-" + i));
                if (i % 5 == 0) {
                    List<JsonNode> batch = asked.batch(String.join("\n", samples));
                    assertThat(batch).hasSize(samples.size());
                    assertThat(batch.stream()
                                    .map(line -> line.at("/model/digest").asString())
                                    .distinct())
                            .hasSize(1);
                }
            }
            return answers;
        };
    }

    private void decider(Map<String, Decider> deciders, ModelFiles files, String label) {
        Decider decider = ((Compilation.Accepted) ModelCompiler.compile(files, label)).decider();
        own.add(decider);
        deciders.put(decider.model().digest(), decider);
    }

    /** What a model decides by itself, with what belongs to the answer. */
    private static JsonNode alone(JsonNode answer, Decider decider) throws Exception {
        String id = answer.get("account_id").asString();
        String sample = ModelPeople.samples().stream()
                .filter(line -> JSON.readTree(line).get("account_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.write(
                decider.decide(
                        SnapshotJson.read(sample.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 3, 1)),
                        PriorState.NONE),
                null,
                Explain.FULL,
                json);
        ObjectNode expected = (ObjectNode) JSON.readTree(json.toByteArray());
        expected.set("decision_id", answer.get("decision_id"));
        expected.set("decided_at", answer.get("decided_at"));
        return expected;
    }
}
