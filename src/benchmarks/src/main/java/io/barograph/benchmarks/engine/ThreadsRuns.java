package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Rounds;
import io.barograph.benchmarks.Rounds.Took;
import io.barograph.benchmarks.handwritten.ShippedScorer;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How much more two threads decide than one, of the engine and of the same by hand: what the machine gives at all. In turn, by the wall clock. */
public final class ThreadsRuns {

    private static final int ACCOUNTS = 256;

    /** So many times the accounts are decided at a time, for starting threads not to count. */
    private static final int BY_HAND = 60;

    private static final int BY_ENGINE = 10;

    private ThreadsRuns() {}

    /** Takes the arguments of {@link Rounds}. */
    public static void run(List<String> arguments) throws Exception {
        Compilation.Accepted model = ShippedModel.compiled(ShippedModel.files());
        Decider decider = model.decider();
        List<Inquiry> accounts = ShippedModel.accounts(decider, "enterprise", ACCOUNTS);
        List<ShippedScorer> scorers = List.of(ShippedScorer.of(model.model()), ShippedScorer.of(model.model()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Rounds rounds = new Rounds(arguments);
            for (int count = 1; count <= 2; count++) {
                int together = count;
                rounds.with(
                                "by hand" + together,
                                () -> all(threads, together, thread -> {
                                    for (int i = 0; i < BY_HAND; i++) {
                                        for (Inquiry account : accounts) {
                                            Objects.requireNonNull(
                                                    scorers.get(thread).decide(account.snapshot(), account.prior()));
                                        }
                                    }
                                    return BY_HAND * ACCOUNTS;
                                }))
                        .with(
                                "engine, 256 together" + together,
                                () -> all(threads, together, thread -> {
                                    for (int i = 0; i < BY_ENGINE; i++) {
                                        decider.decide(accounts);
                                    }
                                    return BY_ENGINE * ACCOUNTS;
                                }))
                        .with(
                                "engine, one at a time" + together,
                                () -> all(threads, together, thread -> {
                                    for (int i = 0; i < BY_ENGINE; i++) {
                                        accounts.forEach(account -> decider.decide(List.of(account)));
                                    }
                                    return BY_ENGINE * ACCOUNTS;
                                }));
            }
            print(rounds.measure());
        } finally {
            threads.shutdownNow();
            decider.close();
        }
    }

    /** What one thread does, by its number. */
    private interface Share {
        int of(int thread);
    }

    private static int all(ExecutorService threads, int count, Share share) throws Exception {
        List<Callable<Integer>> shares = IntStream.range(0, count)
                .<Callable<Integer>>mapToObj(thread -> () -> share.of(thread))
                .toList();
        int done = 0;
        for (Future<Integer> each : threads.invokeAll(shares)) {
            done += each.get();
        }
        return done;
    }

    private static void print(Map<String, Took> took) {
        System.out.println(
                "| enterprise | µs wall an account, one thread | two threads | two do so many times what one does |");
        System.out.println("| --- | ---: | ---: | ---: |");
        for (String what : List.of("by hand", "engine, 256 together", "engine, one at a time")) {
            double one = Objects.requireNonNull(took.get(what + 1)).wall();
            double two = Objects.requireNonNull(took.get(what + 2)).wall();
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", what, one, two, one / two);
        }
    }
}
