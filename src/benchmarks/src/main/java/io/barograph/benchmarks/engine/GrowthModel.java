package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.model.ModelFiles;
import io.barograph.testkit.ModelBuilder;
import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model that grows in one way and stays as it is in all others: however many rows a table has, about as many of them fire.
 *
 * @param indicators how many are scored
 * @param ranges Scoring rows an indicator; one of them fires
 * @param signals Signals rows; twelve of them or so fire
 * @param cohorts Cohorts rows; the first match fires
 */
record GrowthModel(int indicators, int ranges, int signals, int cohorts) {

    static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    /** Readings run from 0 to 9,999. */
    private static final int READINGS = 10_000;

    private static final int FIRING_SIGNALS = 12;
    private static final int SMOOTHED = 8;

    /** The model's workbooks and data contract. */
    ModelFiles files() {
        WorkbookBuilder workbook = WorkbookBuilder.workbook("growth.xlsx");
        workbook.sheet("Model")
                .header("Setting", "Value")
                .row("Segment", "growth")
                .row("Minimum coverage %", 10);
        SheetBuilder processing =
                workbook.sheet("Indicators").header("Indicator", "Smoothing half-life (days)", "Max age (days)");
        SheetBuilder scoring = workbook.sheet("Scoring").header("Rule ID", "Indicator", "Value", "Score", "Because");
        SheetBuilder weights = workbook.sheet("Weights").header("Indicator", "Health");
        BigDecimal share =
                BigDecimal.valueOf(100).divide(BigDecimal.valueOf(indicators), 2, java.math.RoundingMode.DOWN);
        for (int i = 0; i < indicators; i++) {
            processing.row(label(i), i % 3 == 0 && i < 3 * SMOOTHED ? 14 : null, 90);
            weights.row(
                    label(i),
                    i == 0
                            ? BigDecimal.valueOf(100).subtract(share.multiply(BigDecimal.valueOf(indicators - 1L)))
                            : share);
            for (int range = 0; range < ranges; range++) {
                int from = READINGS * range / ranges;
                int to = range + 1 == ranges ? READINGS : READINGS * (range + 1) / ranges;
                scoring.row(
                        "SC-" + i + "-" + range,
                        label(i),
                        from + ".." + to,
                        1 + (i * 31 + range * 17) % 100,
                        "{" + label(i) + "} lies here");
            }
        }
        workbook.sheet("Overall").header("Dimension", "Weight in overall").row("Health", 100);
        SheetBuilder bands = workbook.sheet("Thresholds").header("Rule ID", "Applies to", "Band", "From", "Because");
        bands.row("TH-1", "Overall", "green", 60, "the score is high");
        bands.row("TH-2", "Overall", "yellow", 40, "the score is middling");
        bands.row("TH-3", "Overall", "red", null, "the score is low");
        signals(workbook);
        SheetBuilder groups = workbook.sheet("Cohorts").header("Rule ID", label(1), "Cohort", "Because");
        for (int i = 0; i < cohorts; i++) {
            int from = READINGS * i / cohorts;
            groups.row(
                    "CO-" + i,
                    from + ".." + (i + 1 == cohorts ? READINGS : READINGS * (i + 1) / cohorts),
                    "cohort-" + i,
                    "its like is here");
        }
        return ModelBuilder.model("growth")
                .contract(contract())
                .with(WorkbookBuilder.workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "Segment", "Because")
                        .row("SEG-1", "growth", "there is one segment")
                        .workbook())
                .with(workbook)
                .files();
    }

    /** Each row asks one indicator for a stretch of readings, narrower the more rows there are. */
    private void signals(WorkbookBuilder workbook) {
        Random random = new Random(signals);
        SheetBuilder sheet = workbook.sheet("Signals")
                .header("Rule ID", label(0), label(1), label(2), label(3), "Flag", "Severity", "Because");
        int width = Math.max(1, READINGS * FIRING_SIGNALS / signals);
        for (int i = 0; i < signals; i++) {
            int from = random.nextInt(Math.max(1, READINGS - width));
            Object[] row = new Object[8];
            java.util.Arrays.fill(row, "");
            row[0] = "SG-" + i;
            row[1 + i % 4] = "[" + from + ".." + (from + width) + ")";
            row[5] = "flag-" + i;
            row[6] = i % 2 == 0 ? "low" : "high";
            row[7] = "the reading is in this stretch";
            sheet.row(row);
        }
    }

    /** @param history earlier readings an indicator, a day apart */
    List<Inquiry> accounts(int count, int history) {
        Random random = new Random(7);
        List<Inquiry> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Observation> readings = new LinkedHashMap<>();
            List<HistoryEntry> earlier = new ArrayList<>();
            for (int indicator = 0; indicator < indicators; indicator++) {
                readings.put(field(indicator), Observation.of(BigDecimal.valueOf(random.nextInt(READINGS))));
                for (int day = 1; day <= history; day++) {
                    earlier.add(new HistoryEntry.IndicatorEntry(
                            field(indicator),
                            AS_OF.minusDays(day),
                            BigDecimal.valueOf(random.nextInt(READINGS)),
                            null));
                }
            }
            accounts.add(new Inquiry(
                    new AccountSnapshot("account-" + i, AS_OF, Map.of(), readings, earlier), PriorState.NONE));
        }
        return accounts;
    }

    int rows() {
        return 1 + indicators * ranges + signals + cohorts + 3;
    }

    private static String field(int indicator) {
        return "reading_" + indicator;
    }

    private static String label(int indicator) {
        return "Reading " + indicator;
    }

    private String contract() {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v3.0.2
                kind: DataContract
                id: growth
                name: growth
                version: "1"
                status: active
                schema:
                  - name: attributes
                    properties:
                      - {name: account_id, businessName: Account ID, logicalType: string, primaryKey: true}
                  - name: indicators
                    properties:
                """);
        for (int i = 0; i < indicators; i++) {
            yaml.append("      - name: ")
                    .append(field(i))
                    .append("\n        businessName: ")
                    .append(label(i));
            yaml.append("\n        logicalType: number\n        logicalTypeOptions: {minimum: 0, maximum: ")
                    .append(READINGS);
            yaml.append("}\n        customProperties:\n          - {property: direction, value: neither}\n");
        }
        return yaml.toString();
    }
}
