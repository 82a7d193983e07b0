package io.barograph.service.governance;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.service.models.Generation;
import io.barograph.service.models.Onlooker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Compares what is decided with what another version would decide: the shadow for every account, the canary for its own. It goes on
 * behind the answers, and is left out when it cannot keep up.
 */
@Component
class Comparing implements Onlooker, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final int MOST_WAITING = 1_000;

    /** A canary was compared with what would have been decided without it. */
    record CanaryCompared(int version, long accounts, long changing) {}

    private final Versions versions;
    private final ApplicationEventPublisher events;
    private final AtomicReference<@Nullable Comparison> shadow = new AtomicReference<>();
    private final AtomicReference<@Nullable Comparison> canary = new AtomicReference<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "compare");
                thread.setDaemon(true);
                return thread;
            });

    Comparing(Versions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    /** Compares what the lineup says from now on, with what decides now. */
    void follow(Lineup lineup, Generation active) {
        follow(shadow, lineup.shadow(), active);
        follow(canary, lineup.canary(), active);
    }

    private void follow(AtomicReference<@Nullable Comparison> place, @Nullable Integer version, Generation active) {
        Comparison now = place.get();
        boolean same = now != null
                && version != null
                && now.version() == version
                && now.before().equals(active.version().digest());
        if (same) {
            return;
        }
        Comparison next = version == null ? null : load(version, active);
        Comparison before = place.getAndSet(next);
        if (before != null) {
            before.close();
        }
    }

    private @Nullable Comparison load(int number, Generation active) {
        try {
            GovernedVersion version = versions.require(Integer.toString(number));
            return Comparison.of(active, version, versions.files(version));
        } catch (RuntimeException failure) {
            LOG.error("version {} cannot be compared with the active model", number, failure);
            return null;
        }
    }

    @Override
    public void decided(List<Inquiry> inquiries, boolean byCanary) {
        Comparison silent = shadow.get();
        if (silent != null) {
            offer(silent, inquiries);
        }
        Comparison watched = byCanary ? canary.get() : null;
        if (watched != null) {
            offer(watched, inquiries);
        }
    }

    private void offer(Comparison comparison, List<Inquiry> inquiries) {
        try {
            worker.execute(() -> compare(comparison, inquiries));
        } catch (RejectedExecutionException behind) {
            comparison.skip(inquiries.size());
        }
    }

    /** A comparison that was replaced meanwhile is closed, and compares nothing any more. */
    private void compare(Comparison comparison, List<Inquiry> inquiries) {
        boolean watched = comparison == canary.get();
        if (!watched && comparison != shadow.get()) {
            return;
        }
        try {
            comparison.compare(inquiries);
        } catch (RuntimeException failure) {
            comparison.skip(inquiries.size());
            LOG.warn("accounts could not be compared: {}", failure.getMessage());
            return;
        }
        if (watched) {
            events.publishEvent(new CanaryCompared(comparison.version(), comparison.accounts(), comparison.changing()));
        }
    }

    /** Of a version that decides silently, or as a canary. */
    Optional<Comparison> comparison(int version) {
        Comparison silent = shadow.get();
        Comparison watched = canary.get();
        if (silent != null && silent.version() == version) {
            return Optional.of(silent);
        }
        return Optional.ofNullable(watched).filter(one -> one.version() == version);
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        worker.awaitTermination(10, TimeUnit.SECONDS);
        Comparison silent = shadow.getAndSet(null);
        Comparison watched = canary.getAndSet(null);
        if (silent != null) {
            silent.close();
        }
        if (watched != null) {
            watched.close();
        }
    }
}
