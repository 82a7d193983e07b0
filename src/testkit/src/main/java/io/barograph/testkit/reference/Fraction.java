package io.barograph.testkit.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quotient, so that rounding happens once, where the format says so. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

    static final Fraction ZERO = whole(BigDecimal.ZERO);

    static Fraction whole(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    Fraction over(BigDecimal divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /** Half-up: away from zero at a tie. */
    BigDecimal rounded(int decimals) {
        return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
    }

    /** The greatest multiple of a hundredth that is not above it. */
    BigDecimal flooredToHundredths() {
        return numerator.divide(denominator, 2, RoundingMode.FLOOR);
    }

    Fraction minus(BigDecimal value) {
        return plus(whole(value.negate()));
    }

    int compare(Fraction other) {
        return numerator
                .multiply(other.denominator)
                .multiply(BigDecimal.valueOf((long) denominator.signum() * other.denominator.signum()))
                .compareTo(other.numerator
                        .multiply(denominator)
                        .multiply(BigDecimal.valueOf((long) denominator.signum() * other.denominator.signum())));
    }
}
