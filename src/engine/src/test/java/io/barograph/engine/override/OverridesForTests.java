package io.barograph.engine.override;

import io.barograph.engine.override.BandOverride.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Overrides of a red account among three bands, made on the first of March for the month. */
final class OverridesForTests {

    static final List<String> LADDER = List.of("green", "yellow", "red");
    static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private OverridesForTests() {}

    static BandOverride made(OverrideKind kind, String band, Reach reach, boolean needsSecond) {
        return new BandOverride(
                "o-1",
                "acme",
                "smb",
                "Overall",
                kind,
                band,
                LADDER,
                "red",
                reach,
                FIRST,
                LAST,
                act("ann", MADE),
                needsSecond,
                null,
                null);
    }

    static BandOverride agreed(BandOverride made, Act agreed) {
        return changed(made, agreed, made.withdrawn());
    }

    static BandOverride withdrawn(BandOverride made, Instant at) {
        return changed(made, made.agreed(), act("ann", at));
    }

    static Act act(String person, Instant at) {
        return new Act("user:" + person, person, at);
    }

    private static BandOverride changed(BandOverride made, @Nullable Act agreed, @Nullable Act withdrawn) {
        return new BandOverride(
                made.id(),
                made.accountId(),
                made.segment(),
                made.score(),
                made.kind(),
                made.band(),
                made.ladder(),
                made.computed(),
                made.reach(),
                made.from(),
                made.until(),
                made.made(),
                made.needsSecond(),
                agreed,
                withdrawn);
    }
}
