package io.barograph.engine.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often something happens, by group. */
final class GroupRates {

    /** The groups in which it happens most and least often, in percent. */
    record Gap(String most, BigDecimal mostRate, String least, BigDecimal leastRate) {
        BigDecimal points() {
            return mostRate.subtract(leastRate);
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, long[]> groups = new TreeMap<>();

    void add(String group, boolean happened) {
        long[] counts = groups.computeIfAbsent(group, any -> new long[2]);
        counts[0]++;
        counts[1] += happened ? 1 : 0;
    }

    /**
     * @param smallest groups with fewer are left out
     * @return empty when less than two groups are left
     */
    Optional<Gap> gap(int smallest) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        groups.forEach((group, counts) -> {
            if (counts[0] >= smallest) {
                rates.put(group, percent(counts[1], counts[0]));
            }
        });
        if (rates.size() < 2) {
            return Optional.empty();
        }
        Map.Entry<String, BigDecimal> most = null;
        Map.Entry<String, BigDecimal> least = null;
        for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
            most = most == null || rate.getValue().compareTo(most.getValue()) > 0 ? rate : most;
            least = least == null || rate.getValue().compareTo(least.getValue()) < 0 ? rate : least;
        }
        return Optional.of(new Gap(
                java.util.Objects.requireNonNull(most).getKey(),
                most.getValue(),
                java.util.Objects.requireNonNull(least).getKey(),
                least.getValue()));
    }

    /** Two decimals. */
    static BigDecimal percent(long part, long of) {
        return of == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
    }
}
