package io.barograph.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * An indicator's score.
 *
 * @param value its processed value; null when a substitute scored
 * @param hundredths 0–10,000
 * @param ruleId the row that gave it
 */
record SubScore(
        @Nullable Object value, int hundredths, @Nullable String ruleId) {}
