package io.barograph.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Rounds of load and {@code kill -9}. Several clients send decisions, some with a key; the process is killed after a random
 * number of answers and a random moment more; the next one starts on the same data, and requests with a key that were
 * not answered are sent again.
 */
public final class CrashRounds {

    private static final int CLIENTS = 6;
    private static final int MOST_ANSWERS = 40;
    private static final int MOST_MICROS = 8_000;

    /** What a client knows of a request it had no answer to yet. */
    private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();

    private final Map<String, Answered> answered = new ConcurrentHashMap<>();
    private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final Victim.Launcher launcher;
    private final StoredLog stored;
    private final long seed;
    private final Random random;

    public CrashRounds(Victim.Launcher launcher, StoredLog stored) {
        this.launcher = launcher;
        this.stored = stored;
        this.seed = Long.getLong("barograph.crash.seed", System.nanoTime());
        this.random = new Random(seed);
    }

    public void run(int rounds) throws Exception {
        System.out.println("crash rounds with seed " + seed);
        for (int round = 1; round <= rounds; round++) {
            try {
                run();
            } catch (AssertionError | Exception failure) {
                throw new AssertionError("round " + round + " of seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        System.out.println(rounds + " rounds: " + answered.size() + " decisions answered, " + stored.decisions()
                + " kept, " + sentAgain.get() + " requests sent again, " + checkpoints.size() + " checkpoints fetched");
        assertThat(answered.size()).isGreaterThan(rounds);
        assertThat(stored.decisions()).isGreaterThanOrEqualTo(answered.size());
    }

    private void run() throws Exception {
        Victim victim = launcher.launch();
        Semaphore answers = new Semaphore(0);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random dice = new Random(random.nextLong());
                boolean asksForCheckpoints = i == 0;
                running.add(clients.submit(() -> load(victim, dice, answers, asksForCheckpoints)));
            }
            if (!answers.tryAcquire(random.nextInt(MOST_ANSWERS), 60, TimeUnit.SECONDS)) {
                throw new AssertionError("the service does not answer");
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(MOST_MICROS)));
            victim.kill();
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            victim.kill();
            clients.shutdownNow();
        }
        stored.check(answered, checkpoints);
    }

    /** One after the other, until the service is gone. */
    private void load(Victim victim, Random dice, Semaphore answers, boolean asksForCheckpoints) {
        while (true) {
            Request again = unanswered.poll();
            Request request = again == null ? next(dice) : again;
            if (again != null) {
                sentAgain.incrementAndGet();
            }
            Optional<List<Answered>> answer = victim.send(request);
            if (answer.isEmpty()) {
                if (request.keyed()) {
                    unanswered.add(request);
                }
                return;
            }
            answer.get().forEach(told -> answered.put(told.name(), told));
            answers.release();
            if (asksForCheckpoints && dice.nextInt(4) == 0) {
                victim.checkpoint().ifPresent(checkpoints::add);
            }
        }
    }

    private Request next(Random dice) {
        int number = requests.incrementAndGet();
        int kind = dice.nextInt(4);
        int size = kind == 0 ? 1 + dice.nextInt(20) : 1;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add("req-" + number + "-" + i + "-" + dice.nextInt(1000));
        }
        return new Request(names, kind > 1);
    }
}
