package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A playbook whose row fired.
 *
 * @param due as-of date plus the row's days
 * @param priority 1 is first; null when the row has none
 * @param expectedValue in the currency of {@code arr}; null when the row has none
 * @param suppressedBy Rule ID of the row or guardrail that suppresses it; null when none does
 * @param coolingUntil first day it is offered again; null when it is not cooling
 */
public record Recommendation(
        String playbook,
        @Nullable String action,
        @Nullable String ownerRole,
        @Nullable String channel,
        @Nullable LocalDate due,
        @Nullable Integer priority,
        @Nullable BigDecimal expectedValue,
        String ruleId,
        @Nullable String suppressedBy,
        @Nullable LocalDate coolingUntil) {

    /** Neither suppressed nor cooling. */
    public boolean running() {
        return suppressedBy == null && coolingUntil == null;
    }
}
