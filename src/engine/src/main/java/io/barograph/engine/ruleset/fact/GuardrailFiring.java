package io.barograph.engine.ruleset.fact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A guardrail that fired.
 *
 * @param rule its name, which is its Rule ID
 * @param inputs variables its conditions bound, by name without {@code $}
 * @param actions what its consequence asked for
 */
public record GuardrailFiring(String rule, Map<String, @Nullable Object> inputs, List<Action> actions) {

    /** What a guardrail may do, and nothing else. */
    public sealed interface Action {

        /** Lower the band of a score to at most this one, along the ladder its Thresholds row stands in. */
        record CapBand(String score, String band) implements Action {}

        /** Raise a flag; severity is low, medium or high. */
        record RaiseFlag(String flag, String severity) implements Action {}

        /** Take a playbook off the table. */
        record Suppress(PlaybooksFact row) implements Action {}
    }
}
