package io.barograph.engine.decision;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.ModelFiles;
import io.barograph.testkit.WorkbookBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A model of ten indicators with as many rows a table as are asked for, of which an account meets about as many whatever their number. */
@NullMarked
final class GrowingModel {

    private static final int INDICATORS = 10;
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private GrowingModel() {}

    /**
     * @param bands Scoring rows an indicator; divides 1,000
     * @param others rows of Context, Signals and Playbooks each, of which the first five are met by all
     */
    static ModelFiles files(int bands, int others) {
        return model("growing")
                .contract(contract())
                .with(workbook("segments.xlsx")
                        .sheet("Segments")
                        .header("Rule ID", "ARR", "Segment", "Because")
                        .row("SEG-1", null, "all", "everybody")
                        .workbook())
                .with(all(bands, others))
                .files();
    }

    private static String contract() {
        StringBuilder yaml = new StringBuilder("""
                kind: DataContract
                apiVersion: v3.0.2
                id: growing
                version: 1.0.0
                status: active
                schema:
                  - name: attributes
                    properties:
                      - { name: arr, businessName: ARR, logicalType: number }
                      - { name: region, businessName: Region, logicalType: string }
                  - name: indicators
                    properties:
                """);
        for (int i = 0; i < INDICATORS; i++) {
            yaml.append("      - { name: measure_")
                    .append(i)
                    .append(", businessName: Measure ")
                    .append(i);
            yaml.append(", logicalType: number, logicalTypeOptions: { minimum: 0, maximum: 1000 } }\n");
        }
        return yaml.toString();
    }

    private static WorkbookBuilder all(int bands, int others) {
        WorkbookBuilder.SheetBuilder sheet = workbook("all.xlsx")
                .sheet("Model")
                .header("Setting", "Value")
                .row("Segment", "all")
                .sheet("Indicators")
                .header("Indicator", "Smoothing half-life (days)", "Max age (days)");
        for (int i = 0; i < INDICATORS; i++) {
            sheet.row("Measure " + i, i % 2 == 0 ? 30 : null, 5_000);
        }
        sheet = sheet.sheet("Scoring").header("Rule ID", "Indicator", "Value", "Score", "Because");
        int step = 1_000 / bands;
        for (int i = 0; i < INDICATORS; i++) {
            for (int band = 0; band < bands; band++) {
                String range = band * step + ".." + (band + 1) * step;
                sheet.row("SC-" + i + "-" + band, "Measure " + i, range, 100 * band / bands, "here");
            }
        }
        sheet = sheet.sheet("Weights").header("Indicator", "Health");
        for (int i = 0; i < INDICATORS; i++) {
            sheet.row("Measure " + i, 100 / INDICATORS);
        }
        sheet = sheet.sheet("Overall").header("Dimension", "Weight in overall").row("Health", 100);
        sheet = sheet.sheet("Thresholds")
                .header("Rule ID", "Applies to", "Band", "From", "Because")
                .row("TH-1", "Overall", "green", 50, "fine")
                .row("TH-2", "Overall", "red", null, "not fine");
        sheet = sheet.sheet("Context").header("Rule ID", "Region", "Indicator", "Multiply weight by", "Because");
        others(others, (i, region) -> List.of("CX-" + i, region, "Measure 0", 1.5, "so it is there"), sheet);
        sheet = sheet.sheet("Signals").header("Rule ID", "Region", "Flag", "Severity", "Because");
        others(others, (i, region) -> List.of("SI-" + i, region, "flag-" + i, "low", "so it is there"), sheet);
        sheet = sheet.sheet("Playbooks").header("Rule ID", "Region", "Playbook", "Action", "Owner role", "Because");
        others(others, (i, region) -> List.of("PB-" + i, region, "play " + i, "call", "csm", "it helps"), sheet);
        return sheet.workbook();
    }

    private interface Cells {
        List<@Nullable Object> of(int row, String region);
    }

    private static void others(int count, Cells cells, WorkbookBuilder.SheetBuilder sheet) {
        for (int i = 0; i < count; i++) {
            sheet.row(cells.of(i, i < 5 ? "north" : "region " + i).toArray());
        }
    }

    /** @param readings earlier readings of each indicator */
    static List<Inquiry> accounts(int count, int readings) {
        Random random = new Random(20260301);
        List<Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Observation> indicators = new LinkedHashMap<>();
            List<HistoryEntry> history = new ArrayList<>();
            for (int k = 0; k < INDICATORS; k++) {
                indicators.put("measure_" + k, Observation.of(BigDecimal.valueOf(random.nextInt(1_000))));
                for (int day = 1; day <= readings; day++) {
                    history.add(new HistoryEntry.IndicatorEntry(
                            "measure_" + k, AS_OF.minusDays(day), BigDecimal.valueOf(random.nextInt(1_000)), null));
                }
            }
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            attributes.put("arr", BigDecimal.valueOf(1_000));
            attributes.put("region", "north");
            inquiries.add(new Inquiry(
                    new AccountSnapshot("account-" + i, AS_OF, attributes, indicators, history), PriorState.NONE));
        }
        return inquiries;
    }
}
