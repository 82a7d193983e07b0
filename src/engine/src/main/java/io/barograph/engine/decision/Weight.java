package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An indicator's base weight in a dimension.
 *
 * @param field position of the indicator among the fields
 * @param base as the workbook has it
 * @param effective in millionths, half-up, when no Context row changes it
 */
record Weight(Field indicator, int field, BigDecimal base, long effective) {

    /** Decimals of effective weights. */
    static final int DECIMALS = 6;

    static Weight of(Field indicator, int field, BigDecimal base) {
        return new Weight(
                indicator, field, base, effective(base).unscaledValue().longValueExact());
    }

    /** Half-up to millionths. */
    static BigDecimal effective(BigDecimal weight) {
        return weight.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
