package io.barograph.benchmarks.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Asks over some connections for some time. In a closed loop each connection asks again once it is answered. In an open loop requests
 * are due at fixed times whatever the answers do, and the time of one counts from when it was due, so that requests that had to wait
 * for a slow one before them tell it (no coordinated omission).
 */
final class Load {

    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** @param requests taken in turn by all connections */
    Measured closed(List<byte[]> requests, Duration time) {
        return run(requests, time, 0);
    }

    /** A closed loop that nobody looks at; the service compiles its own code for minutes, so it tells how far it is. */
    void warmUp(String what, List<byte[]> requests, Duration time) {
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plus(WINDOW)) {
            Duration left = time.minus(done);
            Measured window = closed(requests, left.compareTo(WINDOW) < 0 ? left : WINDOW);
            System.err.printf(Locale.ROOT, "warming up, %s: %.0f/s%n", what, window.rate());
        }
    }

    /** @param rate requests a second over all connections */
    Measured open(List<byte[]> requests, Duration time, double rate) {
        return run(requests, time, rate);
    }

    private Measured run(List<byte[]> requests, Duration time, double rate) {
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long started = System.nanoTime();
        try {
            List<Future<Measured>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> ask(requests, next, started, time.toNanos(), rate)));
            }
            Measured all = new Measured(new Histogram(LONGEST, DIGITS), 0, 0);
            for (Future<Measured> connection : running) {
                all = all.plus(connection.get());
            }
            return all.over(System.nanoTime() - started);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a connection failed", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } finally {
            threads.shutdownNow();
        }
    }

    private Measured ask(List<byte[]> requests, AtomicLong next, long started, long time, double rate)
            throws IOException {
        Histogram latencies = new Histogram(LONGEST, DIGITS);
        long failed = 0;
        try (Line line = new Line(port)) {
            while (true) {
                long number = next.getAndIncrement();
                long due = rate == 0 ? System.nanoTime() - started : (long) (number * 1e9 / rate);
                if (due >= time) {
                    return new Measured(latencies, failed, 0);
                }
                for (long early = due - (System.nanoTime() - started);
                        early > 0;
                        early = due - (System.nanoTime() - started)) {
                    LockSupport.parkNanos(early);
                }
                Line.Reply reply = line.ask(requests.get((int) (number % requests.size())), false);
                latencies.recordValue(Math.min(LONGEST, System.nanoTime() - started - due));
                failed += reply.isGood() ? 0 : 1;
            }
        }
    }

    /**
     * What came of it.
     *
     * @param failed answered with anything but 2xx
     * @param nanos from the start to the last answer
     */
    record Measured(Histogram latencies, long failed, long nanos) {

        Measured plus(Measured other) {
            Histogram both = latencies.copy();
            both.add(other.latencies());
            return new Measured(both, failed + other.failed(), nanos + other.nanos());
        }

        private Measured over(long time) {
            return new Measured(latencies, failed, time);
        }

        long requests() {
            return latencies.getTotalCount();
        }

        double rate() {
            return requests() / (nanos / 1e9);
        }

        /** In milliseconds. */
        double at(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }
}
