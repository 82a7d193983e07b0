package io.barograph.service.replay;

import io.barograph.engine.audit.Replay;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.replay.Sweep.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Passes over the log in the background, one at a time, at a share of one processor. The last ones are remembered. */
@Component
class Sweeps implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final int BLOCK = 64;
    private static final int REMEMBERED = 20;
    private static final long LONGEST_JOIN_SECONDS = 10;

    private final LogRows rows;
    private final Replaying replaying;
    private final ReplayProperties properties;
    private final Clock clock;
    private final Deque<Sweep> sweeps = new ArrayDeque<>();
    private @Nullable Thread worker;

    Sweeps(LogRows rows, Replaying replaying, ReplayProperties properties, MeterRegistry metrics, Clock clock) {
        this.rows = rows;
        this.replaying = replaying;
        this.properties = properties;
        this.clock = clock;
        gauge(metrics, "total", "Records of the last pass over the log", sweep -> sweep.to() - sweep.from());
        gauge(metrics, "done", "Records that the last pass over the log has looked at", Sweep::done);
        gauge(
                metrics,
                "different",
                "Decisions of the last pass that are decided differently",
                sweep -> sweep.count("different"));
        gauge(metrics, "running", "Whether a pass over the log is running", sweep -> sweep.isRunning() ? 1 : 0);
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<Sweep> value) {
        Gauge.builder(
                        "barograph.replay.sweep." + name,
                        () -> latest().map(value::applyAsDouble).orElse(0.0))
                .description(description)
                .register(metrics);
    }

    private synchronized Optional<Sweep> latest() {
        return Optional.ofNullable(sweeps.peekFirst());
    }

    /**
     * Starts a pass.
     *
     * @param to index after the last record
     * @return empty when one is running
     */
    synchronized Optional<Sweep> start(long from, long to) {
        if (latest().filter(Sweep::isRunning).isPresent()) {
            return Optional.empty();
        }
        Sweep sweep = new Sweep(UUID.randomUUID(), from, to, clock.instant());
        sweeps.addFirst(sweep);
        if (sweeps.size() > REMEMBERED) {
            sweeps.removeLast();
        }
        Thread thread = new Thread(() -> run(sweep), "replay");
        thread.setDaemon(true);
        thread.start();
        worker = thread;
        return Optional.of(sweep);
    }

    synchronized Optional<Sweep> find(UUID id) {
        return sweeps.stream().filter(sweep -> sweep.id().equals(id)).findFirst();
    }

    /** The pass that is running, else the last one. */
    Optional<Sweep> current() {
        return latest();
    }

    /**
     * Ends a pass where it is; nothing happens to one that has ended. Its thread is not interrupted, since that would close
     * the files of an embedded database under it.
     */
    void stop(Sweep sweep) {
        sweep.end(State.STOPPED, clock.instant(), null);
    }

    private void run(Sweep sweep) {
        LOG.info("replay of records {} to {} begins", sweep.from(), sweep.to() - 1);
        try {
            for (long start = sweep.from(); start < sweep.to() && sweep.isRunning(); start += BLOCK) {
                long began = System.nanoTime();
                for (LogEntry entry : rows.entries(start, Math.min(sweep.to(), start + BLOCK))) {
                    look(sweep, entry);
                }
                sweep.rest((long) ((System.nanoTime() - began) * (1 / properties.share() - 1)));
            }
            sweep.end(State.FINISHED, clock.instant(), null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            sweep.end(State.STOPPED, clock.instant(), null);
        } catch (RuntimeException failure) {
            String why =
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            LOG.error("replay of the log failed after {} records: {}", sweep.done(), why);
            sweep.end(State.FAILED, clock.instant(), "the log could not be read on; look into the service's log");
        }
        tell(sweep);
    }

    private void look(Sweep sweep, LogEntry entry) {
        if (!sweep.isRunning()) {
            return;
        }
        if (entry.kind() == RecordKind.EVENT) {
            sweep.passed(entry);
            return;
        }
        Replay replay = replaying.replay(entry);
        if (replay instanceof Replay.Different different) {
            LOG.warn(
                    "record {} (decision {}) is decided differently today, first at {}",
                    entry.index(),
                    entry.id(),
                    different.differences().get(0).place());
        }
        sweep.replayed(entry, replay);
    }

    private void tell(Sweep sweep) {
        SweepDocument found = sweep.document(clock.instant());
        LOG.info(
                "replay of the log {} after {} of {} records: {} identical, {} different, {} erased, {} retired, others {}",
                found.state(),
                found.done(),
                found.total(),
                found.identical(),
                found.different(),
                found.erased(),
                found.retired(),
                found.notReplayed());
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread running;
        synchronized (this) {
            latest().ifPresent(this::stop);
            running = worker;
        }
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(LONGEST_JOIN_SECONDS));
        }
    }
}
