package io.barograph.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Another model takes over again and again, for as long as this is open. */
final class Swaps implements AutoCloseable {

    private final ServiceProcess service;
    private final Duration every;
    private final int first;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = new Thread(this::go, "swaps");
    private final AtomicInteger version;

    /** @param first its number; no number may be used twice */
    Swaps(ServiceProcess service, Duration every, int first) {
        this.service = service;
        this.every = every;
        this.first = first;
        this.version = new AtomicInteger(first);
        thread.start();
    }

    /** How many took over so far. */
    int count() {
        return version.get() - first;
    }

    private void go() {
        try (Line line = new Line(service.port())) {
            while (true) {
                long until = System.nanoTime() + every.toNanos();
                while (System.nanoTime() < until) {
                    if (over.get()) {
                        return;
                    }
                    Thread.sleep(50);
                }
                byte[] swap = Line.request(
                        "POST", SwapEndpoint.PATH + "?version=" + version.get(), "text/plain", new byte[0]);
                String digest = new String(HttpRuns.good(line.ask(swap, true)).body(), StandardCharsets.US_ASCII);
                System.err.println("the model is now " + digest);
                version.incrementAndGet();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
