package io.barograph.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of a hundred, drawn. */
final class Bar {

    static final int WIDTH = 10;

    private Bar() {}

    /** @param percent 0–100 */
    static String of(BigDecimal percent) {
        int filled = percent.multiply(BigDecimal.valueOf(WIDTH))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return "█".repeat(filled) + "░".repeat(WIDTH - filled);
    }
}
