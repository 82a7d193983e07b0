package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calibration as arrays, shortest horizon first. */
final class Forecast {

    private static final int STANDARD = 90;
    private static final int MONEY_DECIMALS = 2;

    final int[] horizons;

    /** Of the horizon of 90 days; −1 when there is none. */
    final int standard;

    private final long[][] from;
    private final long[][] churn;
    private final long[][] expansion;
    private final boolean[][] linear;

    Forecast(List<Row.CalibrationRow> rows) {
        Map<Integer, List<Row.CalibrationRow>> byHorizon = new TreeMap<>();
        rows.forEach(row -> byHorizon
                .computeIfAbsent(row.horizonDays(), any -> new ArrayList<>())
                .add(row));
        int count = byHorizon.size();
        this.horizons = byHorizon.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.from = new long[count][];
        this.churn = new long[count][];
        this.expansion = new long[count][];
        this.linear = new boolean[count][];
        int found = -1;
        for (int h = 0; h < count; h++) {
            List<Row.CalibrationRow> own = byHorizon.getOrDefault(horizons[h], List.of());
            own.sort(Comparator.comparing(Row.CalibrationRow::scoreFrom));
            int size = own.size();
            from[h] = own.stream().mapToLong(row -> Micros.of(row.scoreFrom())).toArray();
            churn[h] = own.stream()
                    .mapToLong(row -> Micros.of(row.churnProbability()))
                    .toArray();
            expansion[h] = own.stream()
                    .mapToLong(row -> Micros.of(row.expansionProbability()))
                    .toArray();
            linear[h] = new boolean[size];
            for (int i = 0; i < size; i++) {
                linear[h][i] = own.get(i).linear();
            }
            found = horizons[h] == STANDARD ? h : found;
        }
        this.standard = found;
    }

    /**
     * Probabilities in millionths, churn and expansion in turn by horizon.
     *
     * @param overall hundredths
     */
    long[] probabilities(int overall) {
        long[] probabilities = new long[horizons.length * 2];
        long score = overall * Micros.HUNDREDTH;
        for (int h = 0; h < horizons.length; h++) {
            int i = from[h].length - 1;
            while (i > 0 && from[h][i] > score) {
                i--;
            }
            int next = linear[h][i] && i + 1 < from[h].length ? i + 1 : i;
            long width = from[h][next] - from[h][i];
            long way = score - from[h][i];
            probabilities[2 * h] = between(churn[h][i], churn[h][next], way, width);
            probabilities[2 * h + 1] = between(expansion[h][i], expansion[h][next], way, width);
        }
        return probabilities;
    }

    private static long between(long here, long there, long way, long width) {
        return width == 0 ? here : Micros.divide(here * width + way * (there - here), width);
    }

    /** Probability × amount, half-up to hundredths; both in millionths. */
    static long money(long probability, long amount) {
        long high = Math.multiplyHigh(probability, amount);
        long low = probability * amount;
        if (high == 0 && low >= 0 && low < Long.MAX_VALUE / 4) {
            return Micros.divide(low, 10_000_000_000L);
        }
        return exact(Micros.decimal(probability).multiply(Micros.decimal(amount)));
    }

    /** Probability × amount × percent − cost, half-up to hundredths; all in millionths. */
    static long money(long probability, long amount, long percent, long cost) {
        long units = amount / Micros.ONE;
        long rate = percent / Micros.HUNDREDTH;
        if (units * Micros.ONE == amount && rate * Micros.HUNDREDTH == percent && cost < 100_000_000_000_000L) {
            long share = probability * rate;
            long value = share * units;
            if (Math.multiplyHigh(share, units) == 0 && value >= 0 && value < Long.MAX_VALUE / 4) {
                return Micros.divide(value - cost * 10_000, 100_000_000L);
            }
        }
        return exact(Micros.decimal(probability)
                .multiply(Micros.decimal(amount))
                .multiply(Micros.decimal(percent))
                .movePointLeft(2)
                .subtract(Micros.decimal(cost)));
    }

    private static long exact(BigDecimal amount) {
        return amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
