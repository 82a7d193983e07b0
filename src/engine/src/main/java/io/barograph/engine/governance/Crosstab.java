package io.barograph.engine.governance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often groups meet values. */
final class Crosstab {

    /** Beyond it, further values count as one; a field with so many tells no groups. */
    private static final int MOST_VALUES = 200;

    private static final String OTHERS = "\uFFFF others";
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Long> values = new TreeMap<>();

    void add(String group, String value) {
        String kept = values.containsKey(value) || values.size() < MOST_VALUES ? value : OTHERS;
        values.merge(kept, 1L, Long::sum);
        counts.computeIfAbsent(group, any -> new TreeMap<>()).merge(kept, 1L, Long::sum);
    }

    /**
     * Cramér's V from 0 (independent) to 1, corrected for the bias that small samples have: W. Bergsma, "A bias-correction for
     * Cramér's V and Tschuprow's T", Journal of the Korean Statistical Society 42 (2013).
     *
     * @param smallest groups with fewer are left out
     * @return empty when less than two groups or two values are left
     */
    Optional<BigDecimal> association(int smallest) {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> columns = new TreeMap<>();
        counts.forEach((group, row) -> {
            long size = row.values().stream().mapToLong(Long::longValue).sum();
            if (size >= smallest) {
                rows.put(group, size);
                row.forEach((value, count) -> columns.merge(value, count, Long::sum));
            }
        });
        long n = rows.values().stream().mapToLong(Long::longValue).sum();
        if (rows.size() < 2 || columns.size() < 2 || n < 2) {
            return Optional.empty();
        }
        BigDecimal phi2 = squares(rows, columns).subtract(BigDecimal.ONE);
        BigDecimal lessOne = BigDecimal.valueOf(n - 1);
        long r = rows.size() - 1L;
        long k = columns.size() - 1L;
        BigDecimal corrected = phi2.subtract(BigDecimal.valueOf(r * k).divide(lessOne, PRECISION));
        BigDecimal width = corrected(r, lessOne).min(corrected(k, lessOne));
        if (corrected.signum() <= 0 || width.signum() <= 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.of(
                corrected.divide(width, PRECISION).min(BigDecimal.ONE).sqrt(PRECISION));
    }

    /** Sum over all cells of count² / (row total × column total), which is chi² / n + 1. */
    private BigDecimal squares(Map<String, Long> rows, Map<String, Long> columns) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            for (Map.Entry<String, Long> cell :
                    counts.getOrDefault(row.getKey(), Map.of()).entrySet()) {
                BigDecimal square = BigDecimal.valueOf(cell.getValue()).pow(2);
                BigDecimal totals = BigDecimal.valueOf(row.getValue())
                        .multiply(BigDecimal.valueOf(columns.getOrDefault(cell.getKey(), 1L)));
                sum = sum.add(square.divide(totals, PRECISION));
            }
        }
        return sum;
    }

    /** Of a number of categories less one. */
    private static BigDecimal corrected(long less, BigDecimal lessOne) {
        return BigDecimal.valueOf(less).subtract(BigDecimal.valueOf(less * less).divide(lessOne, PRECISION));
    }
}
