package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** 2^(−age/H) for whole ages in days, as binary fractions: each errs by at most (0.7·age/H + 2) units of its last place. */
final class HalvingWeights {

    private static final int TABLE = 1_024;

    /** Beyond so many half-lives a weight is under 10^−301 and counts as nothing in binary fractions. */
    private static final double FAINT = 1_000;

    /** Digits of weights and of what is computed with them where binary fractions do not do. */
    static final MathContext MANY = new MathContext(100, RoundingMode.HALF_EVEN);

    private static final int DIGITS = 60;

    private final BigDecimal halfLifeDays;
    private final double halfLife;
    private final Map<Long, BigDecimal> precise = new ConcurrentHashMap<>();
    private volatile double @Nullable [] byAge;

    /** @param halfLifeDays above 0 */
    HalvingWeights(BigDecimal halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
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

    /** The same as a decimal that errs by less than 10^−55. */
    BigDecimal inManyDigits(long age) {
        return age < TABLE ? precise.computeIfAbsent(age, this::decimal) : decimal(age);
    }

    private BigDecimal decimal(long age) {
        return HalvingSum.of(List.of(new HalvingSum.Part(BigDecimal.ONE, age)), halfLifeDays)
                .approximately(DIGITS, BigInteger.ZERO);
    }

    private double power(long age) {
        double halvings = age / halfLife;
        return halvings > FAINT ? 0 : Math.pow(2, -halvings);
    }
}
