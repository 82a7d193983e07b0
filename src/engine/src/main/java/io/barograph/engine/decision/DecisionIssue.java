package io.barograph.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong with one account's input or decision.
 *
 * @param code stable, kebab case, for example {@code out-of-range}
 * @param field contract name, or the name that was sent; null when it is about no single input
 */
public record DecisionIssue(
        String code, String message, @Nullable String field) {}
