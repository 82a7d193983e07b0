package io.barograph.engine.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment's workbook: its settings and active rows in sheet order.
 *
 * @param segment as the Model sheet writes it
 * @param file workbook name, for example {@code enterprise.xlsx}
 * @param minimumCoverage percent 0–100; 0 when not set
 */
public record SegmentModel(
        String segment,
        String file,
        @Nullable String ownerRole,
        @Nullable String description,
        @Nullable String cadence,
        BigDecimal minimumCoverage,
        @Nullable String reviewBy,
        List<Row.IndicatorRow> indicators,
        List<Row.ScoringRow> scoring,
        List<Row.WeightRow> weights,
        List<Row.ContextRow> context,
        List<Row.DimensionRow> overall,
        List<Row.CapRow> caps,
        List<Row.ThresholdRow> thresholds,
        List<Row.CalibrationRow> calibration,
        List<Row.TrendRow> trends,
        List<Row.SignalRow> signals,
        List<Row.CohortRow> cohorts,
        List<Row.PlaybookRow> playbooks,
        List<Row.EscalationRow> escalations,
        List<Row.TestRow> tests) {

    public SegmentModel {
        indicators = List.copyOf(indicators);
        scoring = List.copyOf(scoring);
        weights = List.copyOf(weights);
        context = List.copyOf(context);
        overall = List.copyOf(overall);
        caps = List.copyOf(caps);
        thresholds = List.copyOf(thresholds);
        calibration = List.copyOf(calibration);
        trends = List.copyOf(trends);
        signals = List.copyOf(signals);
        cohorts = List.copyOf(cohorts);
        playbooks = List.copyOf(playbooks);
        escalations = List.copyOf(escalations);
        tests = List.copyOf(tests);
    }
}
