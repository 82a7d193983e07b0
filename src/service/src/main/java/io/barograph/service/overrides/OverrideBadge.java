package io.barograph.service.overrides;

import io.barograph.engine.override.BandOverride;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The override of an overall band, as lists show it beside the computed one.
 *
 * @param band that it names
 * @param effectiveBand that counts; null when nothing is computed
 * @param rationale null where it is not told
 */
public record OverrideBadge(
        String overrideId,
        String kind,
        String band,
        @Nullable String effectiveBand,
        String author,
        LocalDate until,
        @Nullable String rationale) {

    static OverrideBadge of(BandOverride one, @Nullable String computed, @Nullable String rationale) {
        return new OverrideBadge(
                one.id(),
                one.kind().label(),
                one.band(),
                one.effective(computed).orElse(null),
                one.made().by(),
                one.until(),
                rationale);
    }
}
