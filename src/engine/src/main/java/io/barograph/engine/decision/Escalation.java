package io.barograph.engine.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to tell, because an Escalations row fired.
 *
 * @param escalateTo a role
 * @param due as-of date plus the row's days; null when the row has none
 */
public record Escalation(
        String escalateTo,
        @Nullable String action,
        @Nullable LocalDate due,
        String ruleId) {}
