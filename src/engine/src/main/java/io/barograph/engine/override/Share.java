package io.barograph.engine.override;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many of how many, never without the number. The interval is Wilson's at 95 %: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22 (1927).
 *
 * @param count from 0
 * @param of at least the count
 * @param percent of it, to a tenth; null when there are none
 * @param low end of the interval, in percent to a tenth; null when there are none
 * @param high end of it
 */
public record Share(
        long count,
        long of,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException when they are no share */
    public static Share of(long count, long of) {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " is no share");
        }
        if (of == 0) {
            return new Share(0, 0, null, null, null);
        }
        BigDecimal n = BigDecimal.valueOf(of);
        BigDecimal p = BigDecimal.valueOf(count).divide(n, PRECISION);
        BigDecimal z2 = Z.multiply(Z);
        BigDecimal spread = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, PRECISION)
                .add(z2.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), PRECISION))
                .sqrt(PRECISION)
                .multiply(Z);
        BigDecimal centre = p.add(z2.divide(n.add(n), PRECISION));
        BigDecimal whole = BigDecimal.ONE.add(z2.divide(n, PRECISION));
        return new Share(
                count,
                of,
                percent(p),
                percent(centre.subtract(spread).divide(whole, PRECISION)),
                percent(centre.add(spread).divide(whole, PRECISION)));
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO.setScale(1))
                .min(HUNDRED.setScale(1));
    }
}
