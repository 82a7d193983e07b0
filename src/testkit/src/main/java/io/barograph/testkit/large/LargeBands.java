package io.barograph.testkit.large;

import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Caps, and ladders of bands that more and more groups of accounts have for themselves. */
final class LargeBands {

    private static final int RUNGS = 3;

    private final LargeRows draw;
    private final LargeContract contract;

    LargeBands(LargeRows draw, LargeContract contract) {
        this.draw = draw;
        this.contract = contract;
    }

    int caps(WorkbookBuilder workbook, int count) {
        SheetBuilder sheet = workbook.sheet("Caps")
                .header(
                        "Rule ID",
                        contract.stage().label(),
                        contract.industry().label(),
                        "Days to renewal",
                        contract.indicators(1).get(0).label(),
                        contract.indicators(3).get(2).label(),
                        "Applies to",
                        "At most",
                        "At least",
                        "Band at most",
                        "Because");
        for (int i = 0; i < count; i++) {
            boolean floor = draw.chance(15);
            boolean band = !floor && draw.chance(10);
            sheet.row(
                    draw.id("CP"),
                    draw.chance(50) ? draw.texts(contract.stage()) : null,
                    draw.chance(50) ? draw.texts(contract.industry()) : null,
                    draw.chance(30) ? "< " + draw.between(10, 120) : null,
                    draw.condition(contract.indicators(1).get(0)),
                    draw.chance(40) ? draw.condition(contract.indicators(3).get(2)) : null,
                    draw.chance(70) ? "Overall" : draw.pick(LargeSegment.DIMENSIONS),
                    floor || band ? null : draw.between(20, 70),
                    floor ? draw.between(30, 60) : null,
                    band ? "yellow" : null,
                    draw.sentence("bounds the score"));
        }
        return count;
    }

    /** @return how many rows it took; at most {@code budget}, but at least a ladder a score */
    int thresholds(WorkbookBuilder workbook, int budget) {
        SheetBuilder sheet = workbook.sheet("Thresholds")
                .header(
                        "Rule ID",
                        "Applies to",
                        contract.industry().label(),
                        "Account tier",
                        "Band",
                        "From",
                        "Leave below",
                        "Because");
        List<String> scores = new ArrayList<>(LargeSegment.DIMENSIONS);
        scores.add("Overall");
        int own = Math.max(0, budget / RUNGS - scores.size());
        int written = 0;
        for (String score : scores) {
            int ladders = own / scores.size();
            for (int i = 0; i < ladders && i < contract.industry().texts().size() * 3; i++) {
                String industry = contract.industry().texts().get(i / 3);
                written += ladder(sheet, score, industry, LargeContract.TIERS.get(i % 3));
            }
            written += ladder(sheet, score, null, null);
        }
        return written;
    }

    private int ladder(SheetBuilder sheet, String score, @Nullable String industry, @Nullable String tier) {
        int green = draw.between(65, 85);
        int yellow = draw.between(40, 60);
        sheet.row(draw.id("TH"), score, industry, tier, "green", green, green - 3, draw.sentence("is healthy"));
        sheet.row(draw.id("TH"), score, industry, tier, "yellow", yellow, yellow - 2, draw.sentence("needs a look"));
        sheet.row(draw.id("TH"), score, industry, tier, "red", null, null, draw.sentence("is at risk"));
        return RUNGS;
    }
}
