package io.barograph.service.overrides;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.override.AccountOutcome;
import io.barograph.engine.override.JudgedOverride;
import io.barograph.engine.override.OverrideTally;
import io.barograph.service.outcomes.Outcomes;
import io.barograph.service.overrides.OverrideStore.Which;
import io.barograph.service.security.SegmentScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores overrides against what happened. */
@Component
class OverrideReports {

    private static final int TOGETHER = 1_000;

    private final OverrideStore store;
    private final Outcomes outcomes;
    private final Clock clock;

    OverrideReports(OverrideStore store, Outcomes outcomes, Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    OverrideReport report(@Nullable String segment, int within, SegmentScope scope) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, List<AccountOutcome>> known = outcomes.ofOverridden();
        List<JudgedOverride> judged = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<StoredOverride> some;
        do {
            some = store.list(null, segment, Which.ALL, scope, today, before, TOGETHER);
            for (StoredOverride stored : some) {
                before = stored.madeIndex();
                if (stored.override().score().equals(Decision.OVERALL) && hasBegun(stored, today)) {
                    JudgedOverride.of(
                                    stored.override(),
                                    stored.roles(),
                                    known.getOrDefault(stored.override().accountId(), List.of()),
                                    within)
                            .ifPresent(judged::add);
                }
            }
        } while (some.size() == TOGETHER);
        return OverrideReport.of(today, within, segment, OverrideTally.of(judged));
    }

    private static boolean hasBegun(StoredOverride stored, LocalDate today) {
        return !stored.override().from().isAfter(today);
    }
}
