package io.barograph.testkit.large;

import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The workbook of one segment: the tables whose size is fixed, and a share of the rows for each of the others. */
final class LargeSegment {

    static final List<String> DIMENSIONS = List.of("Retention", "Expansion", "Engagement", "Value");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LargeContract contract;
    private final String segment;
    private final int rows;
    private final List<LargeField> indicators;
    private final LargeRows draw;
    private final WorkbookBuilder workbook;

    LargeSegment(Random random, LargeContract contract, String segment, int number, int rows) {
        this.contract = contract;
        this.segment = segment;
        this.rows = rows;
        this.indicators = contract.indicators(Math.max(8, Math.min(LargeContract.MOST_INDICATORS, rows / 12)));
        this.draw = new LargeRows(random, contract, indicators, "S" + (number + 1));
        this.workbook = WorkbookBuilder.workbook("segment-" + (number + 1) + ".xlsx");
    }

    WorkbookBuilder workbook() {
        int used = model() + indicators() + weights() + overall() + calibration();
        used += new LargeScoring(draw, contract, indicators).write(workbook, (rows - used) * 40 / 100);
        List<String> flags = LargeSignals.flags(rows / 40);
        LargeBands bands = new LargeBands(draw, contract);
        used += bands.caps(workbook, rows / 25);
        used += bands.thresholds(workbook, rows / 30);
        used += context(rows / 12);
        used += new LargeActions(draw, contract, flags).write(workbook, rows);
        LargeSignals signals = new LargeSignals(draw, contract, indicators, flags);
        used += signals.trends(workbook, rows / 20);
        int tests = Math.max(3, rows / 50);
        signals.signals(workbook, rows - used - tests);
        signals.tests(workbook, segment, tests);
        return workbook;
    }

    private int model() {
        workbook.sheet("Model")
                .header("Setting", "Value")
                .row("Segment", segment)
                .row("Owner role", "Customer success manager")
                .row("Description", "Accounts of " + segment)
                .row("Scoring cadence", "weekly")
                .row("Minimum coverage %", 40)
                .row("Review by", "2027-01-31");
        return 6;
    }

    private int indicators() {
        SheetBuilder sheet = workbook.sheet("Indicators")
                .header(
                        "Rule ID",
                        "Indicator",
                        "Smoothing half-life (days)",
                        "Max age (days)",
                        "If missing",
                        "Campaign discount %",
                        "Because");
        for (LargeField indicator : indicators) {
            boolean smooth = indicator.isNumber() && draw.chance(40);
            sheet.row(
                    draw.id("IN"),
                    indicator.label(),
                    smooth ? draw.between(7, 60) : null,
                    draw.chance(70) ? draw.between(1, 12) * 30 : null,
                    draw.chance(25) ? draw.between(20, 60) : null,
                    smooth && draw.chance(40) ? 50 : null,
                    "Nobody measured " + indicator.label().toLowerCase(java.util.Locale.ROOT) + " lately.");
        }
        return indicators.size();
    }

    private int weights() {
        SheetBuilder sheet = workbook.sheet("Weights")
                .header("Indicator", DIMENSIONS.get(0), DIMENSIONS.get(1), DIMENSIONS.get(2), DIMENSIONS.get(3));
        BigDecimal[] left = {HUNDRED, HUNDRED, HUNDRED, HUNDRED};
        for (int i = 0; i < indicators.size(); i++) {
            List<Object> row = new ArrayList<>();
            row.add(indicators.get(i).label());
            for (int d = 0; d < DIMENSIONS.size(); d++) {
                BigDecimal share = i == indicators.size() - 1
                        ? left[d]
                        : left[d].divide(BigDecimal.valueOf(indicators.size() - i), 2, RoundingMode.HALF_UP);
                left[d] = left[d].subtract(share);
                row.add(share);
            }
            sheet.row(row.toArray());
        }
        return indicators.size();
    }

    private int overall() {
        workbook.sheet("Overall")
                .header("Dimension", "Weight in overall")
                .row("Retention", 40)
                .row("Expansion", 20)
                .row("Engagement", 25)
                .row("Value", 15);
        return 4;
    }

    private int context(int count) {
        SheetBuilder sheet = workbook.sheet("Context")
                .header(
                        "Rule ID",
                        contract.industry().label(),
                        contract.stage().label(),
                        "Account tier",
                        contract.plan().label(),
                        "Days to renewal",
                        "Indicator",
                        "Category",
                        "Multiply weight by",
                        "Because");
        for (int i = 0; i < count; i++) {
            boolean category = draw.chance(15);
            LargeField indicator = draw.pick(indicators);
            sheet.row(
                    draw.id("CX"),
                    draw.chance(60) ? draw.texts(contract.industry()) : null,
                    draw.chance(40) ? draw.texts(contract.stage()) : null,
                    draw.chance(20) ? draw.pick(LargeContract.TIERS) : null,
                    draw.chance(30) ? draw.texts(contract.plan()) : null,
                    draw.chance(20) ? "0.." + draw.between(3, 12) * 15 : null,
                    category ? null : indicator.label(),
                    category ? indicator.category() : null,
                    BigDecimal.valueOf(draw.between(0, 40) * 5L, 2),
                    draw.sentence("weighs differently here, {Lifecycle stage} or not"));
        }
        return count;
    }

    private int calibration() {
        workbook.sheet("Calibration")
                .header("Horizon (days)", "Score from", "Churn probability", "Expansion probability", "Between rows")
                .row(90, 0, new BigDecimal("0.4"), new BigDecimal("0.02"), "linear")
                .row(90, 50, new BigDecimal("0.15"), new BigDecimal("0.08"), "linear")
                .row(90, 75, new BigDecimal("0.04"), new BigDecimal("0.2"), "linear")
                .row(90, 90, new BigDecimal("0.01"), new BigDecimal("0.3"), "linear");
        return 4;
    }
}
