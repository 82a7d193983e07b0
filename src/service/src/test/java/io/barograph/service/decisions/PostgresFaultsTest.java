package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.crash.Answered;
import io.barograph.service.crash.Request;
import io.barograph.service.crash.StoredLog;
import io.barograph.service.database.OnOwnPostgres;
import io.barograph.service.database.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The database server fails under load: callers are told 503 for as long, and the service goes on by itself. */
@ContextConfiguration(initializers = OnOwnPostgres.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFaultsTest extends ServiceTest {

    private static final int CLIENTS = 4;

    private final Map<String, Answered> answered = new ConcurrentHashMap<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Semaphore kept = new Semaphore(0);
    private final StoredLog stored = new StoredLog(
            check -> check.accept(OnOwnPostgres.server().database().as(PostgresServer.OWNER)));
    private int last;

    @AfterAll
    void stop() throws Exception {
        OnOwnPostgres.server().close();
    }

    @AfterEach
    void everyAnswerIsKeptOnce() throws Exception {
        stored.check(answered, List.of());
        assertThat(statuses).isSubsetOf(201, 503);
    }

    @Test
    void killedBackendsCostNoAnsweredDecision() throws Exception {
        long seed = System.nanoTime();
        System.out.println("backends are killed with seed " + seed);
        Random random = new Random(seed);
        underLoad(() -> {
            for (int i = 0; i < 5; i++) {
                kept.acquire(1 + random.nextInt(20));
                OnOwnPostgres.server().killABackend(random);
            }
        });
    }

    @Test
    void aServerThatStopsAtOnceIsWaitedFor() throws Exception {
        underLoad(() -> {
            for (int i = 0; i < 2; i++) {
                kept.acquire(20);
                OnOwnPostgres.server().stopAtOnce();
                assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
                assertThat(post("/api/v1/decisions", "{\"account_id\":\"nobody\"}")
                                .statusCode())
                        .isEqualTo(503);
                assertThat(get("/api/v1/audit/checkpoint").statusCode()).isEqualTo(503);
                OnOwnPostgres.server().startAgain();
            }
        });
        assertThat(statuses).contains(503);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    /** As an instance does that is stopped in the middle of a transaction; what it holds goes with its connection. */
    @Test
    void whoHoldsTheLogAndSaysNothingMoreIsEnded() throws Exception {
        assertThat(client.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("10s");
        try (Connection holder = OnOwnPostgres.server()
                        .database()
                        .as(PostgresServer.APPLICATION)
                        .getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("set idle_in_transaction_session_timeout = '3s'");
            holder.setAutoCommit(false);
            statement.execute("select id from log_lock for update");

            underLoad(() -> kept.acquire(5));
        }
    }

    private interface Faults {
        void happen() throws Exception;
    }

    /** The same decisions are sent again until they are answered. */
    private void underLoad(Faults faults) throws Exception {
        kept.drainPermits();
        int from = last;
        last += 1_000_000;
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            for (int client = 0; client < CLIENTS; client++) {
                int first = from + client;
                clients.add(threads.submit(() -> {
                    try {
                        for (int i = first; !over.get(); i += CLIENTS) {
                            send("req-" + i + "-0-0");
                        }
                    } finally {
                        kept.release(1000); // nobody waits for a client that failed
                    }
                    return null;
                }));
            }
            try {
                faults.happen();
            } finally {
                over.set(true);
            }
            for (Future<?> client : clients) {
                client.get();
            }
            while (!unanswered.isEmpty()) {
                send(unanswered.remove());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(String name) throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/decisions",
                "{\"account_id\":\"acme-" + name.hashCode() % 3 + "\",\"as_of\":\"2026-03-01\",\"history\":"
                        + Request.signature(name) + "}",
                "Idempotency-Key",
                name);
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 201) {
            answered.put(
                    name,
                    new Answered(
                            UUID.fromString(json(answer).get("decision_id").asString()),
                            name,
                            Answered.digest(answer.body().getBytes(StandardCharsets.UTF_8))));
            kept.release();
        } else {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            unanswered.add(name);
        }
    }
}
