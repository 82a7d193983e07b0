package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an overall score meant in the past: a segment's Calibration rows by horizon. */
final class Calibration {

    private static final int DECIMALS = 6;

    /** The horizon of ARR at risk, expected values and the vocabulary, in days. */
    private static final int STANDARD_HORIZON = 90;

    private final Map<Integer, List<Row.CalibrationRow>> byHorizon = new TreeMap<>();

    Calibration(List<Row.CalibrationRow> rows) {
        rows.forEach(row -> byHorizon
                .computeIfAbsent(row.horizonDays(), any -> new ArrayList<>())
                .add(row));
        byHorizon.values().forEach(each -> each.sort(Comparator.comparing(Row.CalibrationRow::scoreFrom)));
    }

    private static String churn(int horizon) {
        return "churn_" + horizon + "d";
    }

    private static String expansion(int horizon) {
        return "expansion_" + horizon + "d";
    }

    /** Chance of churn in the standard horizon; null without a Calibration of it. */
    @Nullable BigDecimal churn(BigDecimal overall) {
        List<Row.CalibrationRow> rows = byHorizon.get(STANDARD_HORIZON);
        return rows == null ? null : churn(rows, overall);
    }

    /** Chance of expansion in the standard horizon; null without a Calibration of it. */
    @Nullable BigDecimal expansion(BigDecimal overall) {
        List<Row.CalibrationRow> rows = byHorizon.get(STANDARD_HORIZON);
        return rows == null ? null : expansion(rows, overall);
    }

    private static BigDecimal churn(List<Row.CalibrationRow> rows, BigDecimal overall) {
        int i = reached(rows, overall);
        Row.CalibrationRow next = next(rows, i);
        return between(rows.get(i), next, rows.get(i).churnProbability(), next.churnProbability(), overall);
    }

    private static BigDecimal expansion(List<Row.CalibrationRow> rows, BigDecimal overall) {
        int i = reached(rows, overall);
        Row.CalibrationRow next = next(rows, i);
        return between(rows.get(i), next, rows.get(i).expansionProbability(), next.expansionProbability(), overall);
    }

    private static int reached(List<Row.CalibrationRow> rows, BigDecimal overall) {
        int i = rows.size() - 1;
        while (i > 0 && rows.get(i).scoreFrom().compareTo(overall) > 0) {
            i--;
        }
        return i;
    }

    /** The row towards which this one runs; itself when it stays. */
    private static Row.CalibrationRow next(List<Row.CalibrationRow> rows, int i) {
        return rows.get(i).linear() && i + 1 < rows.size() ? rows.get(i + 1) : rows.get(i);
    }

    /** Fractions 0–1 with at most six decimals, by horizon rising, churn before expansion. */
    Map<String, BigDecimal> probabilities(BigDecimal overall) {
        Map<String, BigDecimal> probabilities = new LinkedHashMap<>();
        byHorizon.forEach((horizon, rows) -> {
            probabilities.put(churn(horizon), churn(rows, overall));
            probabilities.put(expansion(horizon), expansion(rows, overall));
        });
        return probabilities;
    }

    /** p + (score − from) ÷ (next from − from) × (next p − p), half-up to six decimals. */
    private static BigDecimal between(
            Row.CalibrationRow row, Row.CalibrationRow next, BigDecimal here, BigDecimal there, BigDecimal overall) {
        BigDecimal width = next.scoreFrom().subtract(row.scoreFrom());
        if (width.signum() == 0) {
            return Numbers.canonical(here.setScale(DECIMALS, RoundingMode.HALF_UP));
        }
        BigDecimal way = overall.subtract(row.scoreFrom());
        BigDecimal numerator = here.multiply(width).add(way.multiply(there.subtract(here)));
        return Numbers.canonical(numerator.divide(width, DECIMALS, RoundingMode.HALF_UP));
    }
}
