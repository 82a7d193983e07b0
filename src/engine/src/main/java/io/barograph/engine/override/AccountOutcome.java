package io.barograph.engine.override;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of an account.
 *
 * @param on the day it was decided, for example that of the renewal or of the notice
 */
public record AccountOutcome(Kind kind, LocalDate on) {

    /** The two ways it can end. */
    public enum Kind {
        KEPT,
        LOST;

        /** As the API and the log write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The outcome of exactly that label. */
        public static Optional<Kind> of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }
    }
}
