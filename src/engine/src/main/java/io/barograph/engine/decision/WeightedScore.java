package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of scores in exact integers, and each part's share of it.
 *
 * @param hundredths Σ weight × score ÷ Σ weight, half-up to hundredths
 * @param shares each part's points in hundredths by largest remainder, ties to the earlier part; they add up to {@code
 *     hundredths}
 */
record WeightedScore(int hundredths, List<Integer> shares) {

    /** One part: a weight and a score in hundredths. */
    record Part(BigDecimal weight, int hundredths) {}

    /** @return null when there are no parts or their weights add up to 0 */
    static @Nullable WeightedScore of(List<Part> parts) {
        int scale = parts.stream().mapToInt(part -> part.weight().scale()).max().orElse(0);
        List<BigInteger> weights = parts.stream()
                .map(part ->
                        part.weight().setScale(scale, RoundingMode.UNNECESSARY).unscaledValue())
                .toList();
        BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            return null;
        }
        List<BigInteger> products = IntStream.range(0, parts.size())
                .mapToObj(i ->
                        weights.get(i).multiply(BigInteger.valueOf(parts.get(i).hundredths())))
                .toList();
        BigInteger sum = products.stream().reduce(BigInteger.ZERO, BigInteger::add);
        int mean = sum.shiftLeft(1).add(total).divide(total.shiftLeft(1)).intValueExact();
        return new WeightedScore(mean, largestRemainder(products, total, mean));
    }

    private static List<Integer> largestRemainder(List<BigInteger> products, BigInteger total, int mean) {
        List<Integer> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        int left = mean;
        for (BigInteger product : products) {
            BigInteger[] division = product.divideAndRemainder(total);
            shares.add(division[0].intValueExact());
            remainders.add(division[1]);
            left -= division[0].intValueExact();
        }
        IntStream.range(0, products.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed())
                .limit(left)
                .forEach(part -> shares.set(part, shares.get(part) + 1));
        return List.copyOf(shares);
    }
}
