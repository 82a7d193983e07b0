package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One reason why Overall differs from the previous decision's; the points of all add up to the difference.
 *
 * @param indicator contract name, when an indicator moved the score
 * @param attribute contract name, when an attribute did; {@code as_of} for what the passing of time alone did
 * @param from what it was then; null when it was missing
 * @param to what it is now; null when it is missing
 * @param points of Overall, two decimals, never 0
 */
public record ScoreChange(
        Kind kind,
        @Nullable String indicator,
        @Nullable String attribute,
        @Nullable Object from,
        @Nullable Object to,
        BigDecimal points) {

    /** What kind of reason, in the order in which reasons are looked for. */
    public enum Kind {
        /** A value came or went; without an indicator: what is not known of the previous decision, its inputs or its model. */
        MISSING_DATA,
        /** A value changed. */
        DATA,
        /** The workbooks changed since then. */
        MODEL,
        /** Somebody set the score. */
        OVERRIDE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
