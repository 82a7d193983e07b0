package io.barograph.service.replay;

import io.barograph.engine.audit.Difference;
import io.barograph.engine.audit.Replay;
import io.barograph.service.auditlog.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One pass over a range of the log, and how far it is. */
final class Sweep {

    /** How a pass stands. */
    enum State {
        RUNNING,
        FINISHED,
        STOPPED,
        FAILED
    }

    /** A decision that is decided differently today, and where. */
    record Differing(long index, UUID decisionId, int differenceCount, List<String> places) {
        Differing {
            places = List.copyOf(places);
        }
    }

    private static final int MOST_NAMED = 100;
    private static final int MOST_PLACES = 10;

    private final UUID id;
    private final long from;
    private final long to;
    private final Instant started;
    private final CountDownLatch ended = new CountDownLatch(1);
    private State state = State.RUNNING;
    private @Nullable Instant finished;
    private @Nullable String why;
    private long done;
    private long events;
    private final Map<String, Long> results = new TreeMap<>();
    private final List<Differing> differing = new ArrayList<>();

    /** @param to index after the last record */
    Sweep(UUID id, long from, long to, Instant started) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.started = started;
    }

    UUID id() {
        return id;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    synchronized void passed(LogEntry event) {
        done = event.index() + 1 - from;
        events++;
    }

    synchronized void replayed(LogEntry decision, Replay replay) {
        done = decision.index() + 1 - from;
        results.merge(replay.label(), 1L, Long::sum);
        if (replay instanceof Replay.Different different && differing.size() < MOST_NAMED) {
            differing.add(new Differing(
                    decision.index(),
                    decision.id(),
                    different.total(),
                    different.differences().stream()
                            .limit(MOST_PLACES)
                            .map(Difference::place)
                            .toList()));
        }
    }

    /** Only the first end counts. */
    synchronized void end(State how, Instant when, @Nullable String reason) {
        if (state == State.RUNNING) {
            state = how;
            finished = when;
            why = reason;
            ended.countDown();
        }
    }

    /** Waits for a while, or until the pass ends. */
    void rest(long nanos) throws InterruptedException {
        ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    synchronized long done() {
        return done;
    }

    synchronized long count(String result) {
        return results.getOrDefault(result, 0L);
    }

    synchronized SweepDocument document(Instant now) {
        Map<String, Long> others = new TreeMap<>(results);
        List.of("identical", "different", "erased", "retired").forEach(others::remove);
        return new SweepDocument(
                id,
                state.name().toLowerCase(Locale.ROOT),
                why,
                from,
                to,
                to - from,
                done,
                events,
                count("identical"),
                count("different"),
                count("erased"),
                count("retired"),
                others,
                differing,
                started,
                finished,
                secondsLeft(now));
    }

    private @Nullable Long secondsLeft(Instant now) {
        if (state != State.RUNNING || done == 0) {
            return null;
        }
        double soFar = Duration.between(started, now).toMillis() / 1000.0;
        return Math.round(soFar * (to - from - done) / done);
    }
}
