package io.barograph.service.overrides;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.override.BandOverride;
import io.barograph.service.privacy.AccountTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Overrides as they are shown beside what was computed. */
@Component
public class ShownOverrides {

    private final OverrideStore store;
    private final AccountTexts texts;
    private final Clock clock;

    ShownOverrides(OverrideStore store, AccountTexts texts, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What counts for some accounts at this moment.
     *
     * @param bands computed overall bands, by account
     * @return by account; only of those whose overall band is overridden
     */
    public Map<String, OverrideBadge> badges(Map<String, @Nullable String> bands) {
        Instant now = clock.instant();
        AccountTexts.Reader reader = texts.of(bands.keySet());
        Map<String, OverrideBadge> badges = new TreeMap<>();
        for (StoredOverride stored : store.notOver(bands.keySet(), day(now))) {
            BandOverride one = stored.override();
            if (one.score().equals(Decision.OVERALL) && one.inForceAt(now)) {
                badges.put(
                        one.accountId(),
                        OverrideBadge.of(
                                one,
                                bands.get(one.accountId()),
                                reader.read(StoredOverride.rationalePlace(one.id()), stored.rationale())));
            }
        }
        return badges;
    }

    /**
     * What counted when decisions of an account were made.
     *
     * @param bandAt the computed overall band of an item
     * @param at when it was decided
     * @return answers for items; empty when its band was not overridden
     */
    public <T> Function<T, Optional<OverrideBadge>> history(
            String accountId, Function<T, @Nullable String> bandAt, Function<T, Instant> at) {
        List<BandOverride> ever = store.of(accountId);
        return item -> ever.stream()
                .filter(one -> one.score().equals(Decision.OVERALL) && one.inForceAt(at.apply(item)))
                .findFirst()
                .map(one -> OverrideBadge.of(one, bandAt.apply(item), null));
    }

    /**
     * What counts for one account at this moment.
     *
     * @param computed bands of its latest decision, by score
     * @return empty when nothing is overridden
     */
    public Optional<AccountOverrides> of(String accountId, Map<String, String> computed) {
        Instant now = clock.instant();
        Map<String, StoredOverride> kept = new TreeMap<>();
        store.notOver(List.of(accountId), day(now))
                .forEach(stored -> kept.put(stored.override().id(), stored));
        List<BandOverride> inForce = StandingOverrides.inForce(
                kept.values().stream().map(StoredOverride::override).toList(), now);
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        AccountTexts.Reader reader = texts.of(List.of(accountId));
        Map<String, @Nullable String> bands = new LinkedHashMap<>();
        inForce.forEach(one ->
                bands.put(one.score(), one.effective(computed.get(one.score())).orElse(null)));
        return Optional.of(new AccountOverrides(
                bands,
                inForce.stream()
                        .flatMap(one -> Optional.ofNullable(kept.get(one.id())).stream())
                        .map(stored -> OverrideDocument.of(stored, now, reader))
                        .toList()));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
