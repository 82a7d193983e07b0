package io.barograph.engine.model.merge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a conflict is to be settled.
 *
 * @param conflict its {@linkplain MergeConflict#id id}
 * @param value what to write, as a person would type it; null unless a value is taken
 */
public record Resolution(
        String conflict, Take take, @Nullable String value) {

    /** Whose word counts. */
    public enum Take {
        THEIRS,
        MINE,
        /** Neither's: another value. Of a row added on both sides it is the Rule ID that mine gets, so that both stay. */
        VALUE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Resolution {
        if ((take == Take.VALUE) != (value != null)) {
            throw new IllegalArgumentException("a value stands with `value` and with nothing else");
        }
    }
}
