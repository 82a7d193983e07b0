package io.barograph.engine.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** 2^(−age/H) for whole ages in days, as binary fractions: each errs by at most (0.7·age/H + 2) units of its last place. */
final class HalvingWeights {

    private static final int TABLE = 1_024;

    /** Beyond so many half-lives a weight is under 10^−301 and counts as nothing in binary fractions. */
    private static final double FAINT = 1_000;

    private final double halfLife;
    private volatile double @Nullable [] byAge;

    /** @param halfLifeDays above 0 */
    HalvingWeights(BigDecimal halfLifeDays) {
        this.halfLife = halfLifeDays.doubleValue();
    }

    double of(long age) {
        double[] table = byAge;
        if (table == null) {
            table = new double[TABLE];
            for (int i = 0; i < TABLE; i++) {
                table[i] = power(i);
            }
            byAge = table;
        }
        return age < TABLE ? table[(int) age] : power(age);
    }

    private double power(long age) {
        double halvings = age / halfLife;
        return halvings > FAINT ? 0 : Math.pow(2, -halvings);
    }
}
