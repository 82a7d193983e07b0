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

/** What an overall score meant in the past: a segment's Calibration rows by horizon. */
final class Calibration {

    private static final int DECIMALS = 6;

    /** The horizon of ARR at risk, expected values and the vocabulary, in days. */
    private static final int STANDARD_HORIZON = 90;

    /** Chance of churn within 90 days, as decisions name it. */
    static final String CHURN = churn(STANDARD_HORIZON);

    /** Chance of expansion within 90 days, as decisions name it. */
    static final String EXPANSION = expansion(STANDARD_HORIZON);

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

    /** Fractions 0–1 with at most six decimals, by horizon rising, churn before expansion. */
    Map<String, BigDecimal> probabilities(BigDecimal overall) {
        Map<String, BigDecimal> probabilities = new LinkedHashMap<>();
        byHorizon.forEach((horizon, rows) -> {
            int i = rows.size() - 1;
            while (i > 0 && rows.get(i).scoreFrom().compareTo(overall) > 0) {
                i--;
            }
            Row.CalibrationRow row = rows.get(i);
            Row.CalibrationRow next = row.linear() && i + 1 < rows.size() ? rows.get(i + 1) : row;
            probabilities.put(
                    churn(horizon), between(row, next, row.churnProbability(), next.churnProbability(), overall));
            probabilities.put(
                    expansion(horizon),
                    between(row, next, row.expansionProbability(), next.expansionProbability(), overall));
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
