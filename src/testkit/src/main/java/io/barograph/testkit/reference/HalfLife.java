package io.barograph.testkit.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The weighted mean of values whose weights halve every half-life: Σ v·2^(−age/H) ÷ Σ 2^(−age/H), rounded to six decimals.
 *
 * <p>With H = p/q days, every weight is a power of θ = 2^(−1/p). Since xᵖ = ½ has no root of lower degree, 1, θ, … θᵖ⁻¹ are
 * linearly independent over the fractions: ages are grouped by their power modulo p, each group has an exact mean, and the mean
 * of all is a fraction only when all groups have the same mean. Otherwise it is irrational, lies on no tie, and ever tighter
 * bounds decide how it rounds.
 */
final class HalfLife {

    private static final int DECIMALS = 6;

    private final int p;
    private final List<Group> groups;

    private HalfLife(int p, List<Group> groups) {
        this.p = p;
        this.groups = groups;
    }

    /** A value known for some days. */
    record Aged(long age, BigDecimal value) {}

    /** Values whose weights are θ^power times powers of two: what they and what their weights add up to. */
    private record Group(int power, BigDecimal values, BigDecimal weights) {
        Fraction mean() {
            return new Fraction(values, weights);
        }
    }

    /** @param aged at least one */
    static BigDecimal mean(List<Aged> aged, BigDecimal halfLifeDays) {
        BigDecimal plain = halfLifeDays.stripTrailingZeros();
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, plain.scale()));
        BigInteger days = plain.multiply(new BigDecimal(scale)).toBigIntegerExact();
        BigInteger common = days.gcd(scale);
        int p = days.divide(common).intValueExact();
        int q = scale.divide(common).intValueExact();
        return new HalfLife(p, groups(aged, p, q)).mean();
    }

    private static List<Group> groups(List<Aged> aged, int p, int q) {
        long least = aged.stream().mapToLong(Aged::age).min().orElseThrow();
        long most = aged.stream().mapToLong(Aged::age).max().orElseThrow();
        long halvings = (most - least) * q / p;
        TreeMap<Integer, Group> byPower = new TreeMap<>();
        for (Aged one : aged) {
            long power = (one.age() - least) * q;
            BigDecimal weight = new BigDecimal(BigInteger.ONE.shiftLeft((int) (halvings - power / p)));
            Group group = new Group((int) (power % p), one.value().multiply(weight), weight);
            byPower.merge(
                    group.power(),
                    group,
                    (before, more) -> new Group(
                            before.power(),
                            before.values().add(more.values()),
                            before.weights().add(more.weights())));
        }
        return new ArrayList<>(byPower.values());
    }

    private BigDecimal mean() {
        Fraction first = groups.get(0).mean();
        if (groups.stream().allMatch(group -> group.mean().compare(first) == 0)) {
            return first.rounded(DECIMALS);
        }
        for (int bits = 128; ; bits *= 2) {
            Bounds theta = Bounds.ofRootOfHalf(p, bits);
            BigDecimal low = bound(theta, true);
            BigDecimal high = bound(theta, false);
            if (low.compareTo(high) == 0) {
                return low;
            }
        }
    }

    /** A mean that is surely not above (or not below) the true one, rounded. */
    private BigDecimal bound(Bounds theta, boolean low) {
        BigDecimal values = BigDecimal.ZERO;
        BigDecimal mostWeights = BigDecimal.ZERO;
        BigDecimal leastWeights = BigDecimal.ZERO;
        for (Group group : groups) {
            Bounds weight = theta.power(group.power());
            boolean least = low == (group.values().signum() >= 0);
            values = values.add(group.values().multiply(new BigDecimal(least ? weight.low() : weight.high())));
            leastWeights = leastWeights.add(group.weights().multiply(new BigDecimal(weight.low())));
            mostWeights = mostWeights.add(group.weights().multiply(new BigDecimal(weight.high())));
        }
        boolean overMost = low == (values.signum() >= 0);
        return values.divide(overMost ? mostWeights : leastWeights, DECIMALS, RoundingMode.HALF_UP);
    }
}
