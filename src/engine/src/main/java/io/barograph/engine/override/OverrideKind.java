package io.barograph.engine.override;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an override and a computed band meet. */
public enum OverrideKind {
    /** The account is at least that well. */
    FLOOR,
    /** The account is at most that well. */
    CAP,
    /** The account is exactly that well. */
    FIXED;

    /** As it is written in policies, the API and the log. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of exactly that label. */
    public static Optional<OverrideKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(OverrideKind::label).toList();
    }

    /** @return what counts, as a place on a ladder of bands, 0 being the best */
    int meet(int computed, int said) {
        return switch (this) {
            case FLOOR -> Math.min(computed, said);
            case CAP -> Math.max(computed, said);
            case FIXED -> said;
        };
    }
}
