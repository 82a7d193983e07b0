package io.barograph.engine.governance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers by group: how many, their sum and the sum of their squares, exactly. */
final class GroupedNumbers {

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private record Sums(long count, BigDecimal sum, BigDecimal squares) {

        static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(Sums other) {
            return new Sums(count + other.count, sum.add(other.sum), squares.add(other.squares));
        }

        /** The sum, squared, by the count. */
        BigDecimal squaredSum() {
            return sum.pow(2).divide(BigDecimal.valueOf(count), PRECISION);
        }
    }

    private final Map<String, Sums> groups = new TreeMap<>();

    void add(String group, BigDecimal number) {
        groups.merge(group, new Sums(1, number, number.pow(2)), Sums::plus);
    }

    /**
     * The correlation ratio from 0 (the groups do not differ) to 1, corrected for the bias that small samples have: T. L. Kelley,
     * "An unbiased correlation ratio measure", Proceedings of the National Academy of Sciences 21 (1935).
     *
     * @param smallest groups with fewer are left out
     * @return empty when less than two groups are left, or all numbers are the same
     */
    Optional<BigDecimal> association(int smallest) {
        List<Sums> compared = groups.values().stream()
                .filter(sums -> sums.count() >= smallest)
                .toList();
        Sums all = compared.stream().reduce(Sums.NONE, Sums::plus);
        long within = all.count() - compared.size();
        if (compared.size() < 2 || within < 1) {
            return Optional.empty();
        }
        BigDecimal total = all.squares().subtract(all.squaredSum(), PRECISION);
        if (total.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal between = compared.stream()
                .map(Sums::squaredSum)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(all.squaredSum());
        BigDecimal share = between.divide(total, PRECISION);
        BigDecimal corrected = BigDecimal.ONE.subtract(BigDecimal.ONE
                .subtract(share)
                .multiply(BigDecimal.valueOf(all.count() - 1))
                .divide(BigDecimal.valueOf(within), PRECISION));
        return Optional.of(corrected.max(BigDecimal.ZERO).min(BigDecimal.ONE).sqrt(PRECISION));
    }
}
