package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A weighted mean of scores in exact integers: Σ weight × score ÷ Σ weight, half-up to hundredths; and each part's share of it. */
final class WeightedScore {

    /** One part: a weight and a score in hundredths. */
    record Part(BigDecimal weight, int hundredths) {}

    private final List<BigInteger> products;
    private final BigInteger total;

    private WeightedScore(List<Part> parts) {
        int scale = parts.stream().mapToInt(part -> part.weight().scale()).max().orElse(0);
        List<BigInteger> weights = parts.stream()
                .map(part ->
                        part.weight().setScale(scale, RoundingMode.UNNECESSARY).unscaledValue())
                .toList();
        this.total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        this.products = IntStream.range(0, parts.size())
                .mapToObj(i ->
                        weights.get(i).multiply(BigInteger.valueOf(parts.get(i).hundredths())))
                .toList();
    }

    /** In hundredths; null when there are no parts or their weights add up to 0. */
    static @Nullable Integer mean(List<Part> parts) {
        WeightedScore score = new WeightedScore(parts);
        return score.total.signum() == 0 ? null : score.mean();
    }

    private int mean() {
        BigInteger sum = products.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return sum.shiftLeft(1).add(total).divide(total.shiftLeft(1)).intValueExact();
    }

    /**
     * Each part's points in hundredths by largest remainder, ties to the earlier part; they add up to the mean.
     *
     * @param parts such that there is a mean
     */
    static List<Integer> shares(List<Part> parts) {
        return new WeightedScore(parts).largestRemainder();
    }

    private List<Integer> largestRemainder() {
        List<Integer> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        int left = mean();
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
