package io.barograph.engine.authoring;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a total in proportion to weights by largest remainder, so that the shares add up to it exactly. */
final class Shares {

    private static final int FINEST = 6;

    private Shares() {}

    /**
     * @param weights none negative, not all 0
     * @return shares in whole numbers; with as many decimals as it takes (at most six) when the total or a weight has some, or
     *     when a weight above 0 would get no share
     */
    static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights) {
        int decimals = Math.max(0, total.stripTrailingZeros().scale());
        for (BigDecimal weight : weights) {
            decimals = Math.max(decimals, weight.stripTrailingZeros().scale());
        }
        for (int scale = Math.min(decimals, FINEST); scale < FINEST; scale++) {
            List<BigDecimal> shares = of(total, weights, scale);
            if (IntStream.range(0, shares.size())
                    .allMatch(i -> shares.get(i).signum() > 0 || weights.get(i).signum() == 0)) {
                return shares;
            }
        }
        return of(total, weights, FINEST);
    }

    static List<BigDecimal> equal(int count) {
        return of(
                BigDecimal.valueOf(100),
                IntStream.range(0, count).mapToObj(i -> BigDecimal.ONE).toList());
    }

    private static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights, int scale) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(weight -> weight.multiply(total).divide(sum, MathContext.DECIMAL128))
                .toList();
        List<BigDecimal> shares = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(scale, RoundingMode.DOWN))
                .toList());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        int left = total.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .divide(unit)
                .intValueExact();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(shares.get(i)))
                        .reversed())
                .limit(left)
                .toList()
                .forEach(i -> shares.set(i, shares.get(i).add(unit)));
        return shares.stream().map(Numbers::canonical).toList();
    }
}
