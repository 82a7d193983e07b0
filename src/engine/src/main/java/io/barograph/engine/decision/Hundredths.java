package io.barograph.engine.decision;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** Scores as whole hundredths of a point: 77.5 is 7,750. */
final class Hundredths {

    private static final int FULL_SCORE = 10_000;

    /** Every possible score, made once: decisions carry a hundred of them each. */
    private static final BigDecimal[] SCORES = IntStream.rangeClosed(0, FULL_SCORE)
            .mapToObj(hundredths -> Numbers.canonical(BigDecimal.valueOf(hundredths, 2)))
            .toArray(BigDecimal[]::new);

    private Hundredths() {}

    /** Half-up, away from zero at a tie. */
    static int of(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }

    static BigDecimal toDecimal(int hundredths) {
        return hundredths >= 0 && hundredths <= FULL_SCORE
                ? SCORES[hundredths]
                : Numbers.canonical(BigDecimal.valueOf(hundredths, 2));
    }
}
