package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a Scoring row gives to a value: its score, or the place on its linear run, from + (v − lo) ÷ (hi − lo) × (end − from), half-up to
 * hundredths. Exact: in 64 bits where they do, else in decimals of any size. Immutable.
 */
final class ScoreCurve {

    /** Decimals that 64 bits have room for. */
    private static final int MOST_DECIMALS = 6;

    private static final int MOST_DIGITS = 12;

    /** Digits of whole numbers that binary fractions tell apart, with room for what two roundings lose. */
    private static final int TOLD_APART = 15;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final Row.ScoringRow row;
    private final int field;
    private final int flat;

    /** Decimals of the row's own numbers; negative when it has no linear run, or one that takes more than 64 bits. */
    private final int decimals;

    private final long from;
    private final long width;
    private final long rise;
    private final long score;

    /** @param field position of the indicator among the fields */
    ScoreCurve(Row.ScoringRow row, int field) {
        this.row = row;
        this.field = field;
        this.flat = Hundredths.of(row.score());
        Row.Ramp ramp = row.ramp();
        if (ramp == null) {
            this.decimals = -1;
            this.from = 0;
            this.width = 0;
            this.rise = 0;
            this.score = 0;
            return;
        }
        int scale = Math.max(
                Math.max(ramp.from().scale(), ramp.to().scale()),
                Math.max(row.score().scale(), ramp.scoreAtEnd().scale()));
        boolean fits = scale >= 0 && scale <= MOST_DECIMALS && isSmall(ramp.from(), scale) && isSmall(ramp.to(), scale);
        this.decimals = fits ? scale : -1;
        this.from = fits ? units(ramp.from(), scale) : 0;
        this.width = fits ? units(ramp.to(), scale) - from : 0;
        this.score = fits ? units(row.score(), scale) : 0;
        this.rise = fits ? units(ramp.scoreAtEnd(), scale) - score : 0;
    }

    private static boolean isSmall(BigDecimal number, int scale) {
        return number.precision() - number.scale() + scale <= MOST_DIGITS;
    }

    private static long units(BigDecimal number, int scale) {
        return number.movePointRight(scale).longValueExact();
    }

    /** Position of the indicator among the fields. */
    int field() {
        return field;
    }

    int at(@Nullable Object value) {
        Row.Ramp ramp = row.ramp();
        if (ramp == null || !(value instanceof BigDecimal number)) {
            return flat;
        }
        int scale = number.scale();
        if (decimals >= 0 && scale >= 0 && scale <= MOST_DECIMALS && isSmall(number, scale)) {
            int quick = quick(number, Math.max(scale, decimals));
            if (quick >= 0) {
                return quick;
            }
        }
        return along(ramp, number);
    }

    /**
     * With all numbers in units of {@code common} decimals, hundredths are 100 × (score × width + (v − from) × rise) ÷ (width × unit).
     *
     * @return negative when 64 bits do not do
     */
    private int quick(BigDecimal number, int common) {
        long up = POWERS_OF_TEN[common - decimals];
        long way = scaled(number, common) - from * up;
        boolean fits = isProduct(way, rise) && isProduct(score * up, width) && isProduct(width, POWERS_OF_TEN[common]);
        long sum = score * up * width + way * rise;
        long unit = width * POWERS_OF_TEN[common];
        fits &= sum >= 0 && sum < Long.MAX_VALUE / 400 && unit > 0 && unit < Long.MAX_VALUE / 4;
        return fits ? (int) ((200 * sum + unit) / (2 * unit)) : -1;
    }

    /** A number times a power of ten that makes it whole. */
    private static long scaled(BigDecimal number, int decimals) {
        return number.precision() + decimals - number.scale() <= TOLD_APART
                ? Math.round(number.doubleValue() * POWERS_OF_TEN[decimals])
                : number.movePointRight(decimals).longValue();
    }

    /** Whether a product is under 2^62, so that two of them add up in 64 bits. */
    private static boolean isProduct(long one, long other) {
        long product = one * other;
        return Math.multiplyHigh(one, other) == product >> 63 && Math.abs(product) < 1L << 62;
    }

    private int along(Row.Ramp ramp, BigDecimal number) {
        BigDecimal span = ramp.to().subtract(ramp.from());
        BigDecimal climb = ramp.scoreAtEnd().subtract(row.score());
        BigDecimal numerator =
                row.score().multiply(span).add(number.subtract(ramp.from()).multiply(climb));
        return numerator.divide(span, 2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }
}
