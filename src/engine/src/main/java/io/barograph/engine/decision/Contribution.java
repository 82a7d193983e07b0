package io.barograph.engine.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Points that something added to a score. The entries of one score add up to the score shown, to the hundredth.
 *
 * @param score {@code Overall} or a dimension
 * @param indicator contract name, for an indicator's share of a dimension
 * @param dimension for a dimension's share of Overall; both null for a cap or floor
 * @param value the indicator's processed value (null when a substitute scored), or the dimension's score before caps
 * @param subScore 0–100 with two decimals; for a dimension its score before caps
 * @param weight effective weight
 * @param points hundredths by largest remainder; negative for a cap
 * @param ruleId the row that gave the sub-score, or the cap; null for a dimension
 */
public record Contribution(
        String score,
        @Nullable String indicator,
        @Nullable String dimension,
        @Nullable Object value,
        @Nullable BigDecimal subScore,
        @Nullable BigDecimal weight,
        BigDecimal points,
        @Nullable String ruleId) {}
