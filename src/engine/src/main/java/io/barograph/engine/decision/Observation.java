package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an indicator as it was sent, not yet screened.
 *
 * @param value a String, BigDecimal, Boolean or LocalDate, or null when sent as missing
 * @param observedAt the UTC date it was observed; null means the as-of date
 * @param source where it came from, for people
 * @param campaignShare share of it that a campaign caused, 0–1; null means 0
 */
public record Observation(
        @Nullable Object value,
        @Nullable LocalDate observedAt,
        @Nullable String source,
        @Nullable BigDecimal campaignShare) {

    public static Observation of(@Nullable Object value) {
        return new Observation(value, null, null, null);
    }
}
