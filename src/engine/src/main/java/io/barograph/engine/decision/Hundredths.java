package io.barograph.engine.decision;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as whole hundredths of a point: 77.5 is 7,750. */
final class Hundredths {

    private Hundredths() {}

    /** Half-up, away from zero at a tie. */
    static int of(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }

    static BigDecimal toDecimal(int hundredths) {
        return Numbers.canonical(BigDecimal.valueOf(hundredths, 2));
    }
}
