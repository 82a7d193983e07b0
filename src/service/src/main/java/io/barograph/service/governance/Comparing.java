package io.barograph.service.governance;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Recall;
import io.barograph.service.governance.ComparisonStore.Totals;
import io.barograph.service.models.Generation;
import io.barograph.service.models.Onlooker;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what is decided with what another version would decide: the shadow for every account, the canary for its own. It goes on
 * behind the answers, and is left out when it cannot keep up.
 */
@Component
class Comparing implements Onlooker, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final int MOST_WAITING = 1_000;

    /** A canary was compared with what would have been decided without it, on all instances. */
    record CanaryCompared(int version, Totals totals) {}

    private final Versions versions;
    private final ComparisonStore store;
    private final ApplicationEventPublisher events;
    private final AtomicReference<@Nullable Comparison> shadow = new AtomicReference<>();
    private final AtomicReference<@Nullable Comparison> canary = new AtomicReference<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "compare");
                thread.setDaemon(true);
                return thread;
            });

    Comparing(Versions versions, ComparisonStore store, ApplicationEventPublisher events) {
        this.versions = versions;
        this.store = store;
        this.events = events;
    }

    /** Compares what the lineup says from now on, with what decides now. */
    void follow(Lineup lineup, Generation active) {
        follow(shadow, lineup.shadow(), active);
        follow(canary, lineup.canary(), active);
    }

    private void follow(AtomicReference<@Nullable Comparison> place, @Nullable Integer number, Generation active) {
        GovernedVersion version = number == null ? null : versions.find(number).orElse(null);
        Comparison now = place.get();
        boolean same = now != null && version != null && now.subject().equals(Comparison.subject(active, version));
        if (same) {
            return;
        }
        Comparison next = version == null ? null : load(version, active);
        Comparison before = place.getAndSet(next);
        if (before != null) {
            close(before);
        }
    }

    private @Nullable Comparison load(GovernedVersion version, Generation active) {
        try {
            return Comparison.of(active, version, versions.files(version));
        } catch (RuntimeException failure) {
            LOG.error("version {} cannot be compared with the active model", version.number(), failure);
            return null;
        }
    }

    private void close(Comparison over) {
        if (!share(over)) {
            share(over); // another instance added the same accounts at the same moment
        }
        over.close();
    }

    /** Adds what was found here to what all instances found, and acts on the sum. No decision waits for it. */
    @Scheduled(fixedDelay = 1_000)
    void share() {
        Comparison silent = shadow.get();
        if (silent != null) {
            share(silent);
        }
        Comparison watched = canary.get();
        if (watched != null && share(watched)) {
            events.publishEvent(new CanaryCompared(watched.subject().number(), watched.totals()));
        }
    }

    private synchronized boolean share(Comparison comparison) {
        try {
            comparison.share(store);
            return true;
        } catch (DataAccessException notNow) {
            LOG.debug("what was compared is added to the database next time", notNow);
            return false;
        }
    }

    @Override
    public List<Recall> recalls() {
        return Stream.of(shadow.get(), canary.get())
                .filter(Objects::nonNull)
                .flatMap(comparison -> comparison.recalls().stream())
                .toList();
    }

    @Override
    public void decided(List<Heard> heard, boolean byCanary) {
        Comparison silent = shadow.get();
        if (silent != null) {
            offer(silent, heard);
        }
        Comparison watched = byCanary ? canary.get() : null;
        if (watched != null) {
            offer(watched, heard);
        }
    }

    /** Those whose past was read before the comparison began tell less than its models may ask; they are left out. */
    private void offer(Comparison comparison, List<Heard> heard) {
        List<Inquiry> inquiries = heard.stream()
                .filter(one -> one.recalls().containsAll(comparison.recalls()))
                .map(Heard::inquiry)
                .toList();
        comparison.skip(heard.size() - inquiries.size());
        try {
            worker.execute(() -> compare(comparison, inquiries));
        } catch (RejectedExecutionException behind) {
            comparison.skip(inquiries.size());
        }
    }

    /** A comparison that was replaced meanwhile is closed, and compares nothing any more. */
    private void compare(Comparison comparison, List<Inquiry> inquiries) {
        if (comparison != canary.get() && comparison != shadow.get()) {
            return;
        }
        try {
            comparison.compare(inquiries);
        } catch (RuntimeException failure) {
            comparison.skip(inquiries.size());
            LOG.warn("accounts could not be compared: {}", failure.getMessage());
        }
    }

    /** Of a version that decides silently, or as a canary. */
    Optional<Comparison> comparison(int version) {
        Comparison silent = shadow.get();
        Comparison watched = canary.get();
        if (silent != null && silent.subject().number() == version) {
            return Optional.of(silent);
        }
        return Optional.ofNullable(watched).filter(one -> one.subject().number() == version);
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        worker.awaitTermination(10, TimeUnit.SECONDS);
        Comparison silent = shadow.getAndSet(null);
        Comparison watched = canary.getAndSet(null);
        if (silent != null) {
            close(silent);
        }
        if (watched != null) {
            close(watched);
        }
    }
}
