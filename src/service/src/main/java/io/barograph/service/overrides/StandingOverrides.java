package io.barograph.service.overrides;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.override.BandOverride;
import io.barograph.service.decisions.OverrideLookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The overrides that are not over, in memory, so that no decision asks the database for them. They follow the database: what is done
 * here at once, what is done on another instance about a second later.
 */
@Component
class StandingOverrides implements OverrideLookup {

    private static final Logger LOG = LoggerFactory.getLogger(StandingOverrides.class);

    private static final Comparator<BandOverride> OVERALL_FIRST = Comparator.comparing(
                    (BandOverride one) -> !one.score().equals(Decision.OVERALL))
            .thenComparing(BandOverride::score);

    /** What is over is remembered so much longer, for decisions that are being answered. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final OverrideStore store;
    private final Clock clock;
    private final Map<String, Map<String, BandOverride>> byAccount = new ConcurrentHashMap<>();
    private long seen = -1;

    StandingOverrides(OverrideStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        catchUp();
    }

    @Override
    public List<BandOverride> now(String accountId, Instant at) {
        Map<String, BandOverride> known = byAccount.get(accountId);
        return known == null ? List.of() : inForce(known.values(), at);
    }

    @Override
    public List<BandOverride> kept(String accountId, Instant at) {
        return inForce(store.of(accountId), at);
    }

    /** In the order they are told. */
    static List<BandOverride> inForce(Collection<BandOverride> overrides, Instant at) {
        return overrides.stream()
                .filter(one -> one.inForceAt(at))
                .sorted(OVERALL_FIRST)
                .toList();
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            catchUp();
        } catch (DataAccessException unreachable) {
            LOG.debug("the database cannot be asked for overrides", unreachable);
        }
    }

    /** Knows what the database knows. */
    synchronized void catchUp() {
        Instant now = clock.instant();
        for (StoredOverride changed : store.changedAfter(seen, LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            byAccount
                    .computeIfAbsent(changed.override().accountId(), any -> new ConcurrentHashMap<>())
                    .put(changed.override().id(), changed.override());
            seen = changed.changedIndex();
        }
        Instant before = now.minus(AFTERWARDS);
        byAccount
                .values()
                .forEach(known ->
                        known.values().removeIf(one -> one.stateAt(before).isPast()));
        byAccount.values().removeIf(Map::isEmpty);
    }
}
