package io.barograph.testkit.large;

import io.barograph.engine.model.ModelFiles;
import io.barograph.testkit.ModelBuilder;
import io.barograph.testkit.WorkbookBuilder;
import java.util.List;
import java.util.Random;

/**
 * Draws sound models with a given number of rows, spread over the tables as large organisations spread them: scoring by
 * industry and plan, context, caps, ladders of bands by tier, trends, signals, cohorts, playbooks that suppress each
 * other, escalations and passing tests. Equal seeds give equal models.
 */
public final class LargeModel {

    /** Fewer rows than these make no segment. */
    public static final int LEAST_ROWS_A_SEGMENT = 200;

    private LargeModel() {}

    /**
     * @param rows below the headers of all sheets of all workbooks together
     * @param segments workbooks beside {@code segments.xlsx}, each with an equal share of the rows
     */
    public static ModelFiles draw(long seed, int rows, int segments) {
        if (segments < 1 || rows < (segments + 1) * LEAST_ROWS_A_SEGMENT) {
            throw new IllegalArgumentException(
                    rows + " rows are too few for " + segments + " segments and segments.xlsx");
        }
        Random random = new Random(seed);
        List<String> markets = LargeContract.markets(segments);
        LargeContract contract = new LargeContract(markets);
        WorkbookBuilder segmentsWorkbook = segments(contract, markets);
        int left = rows - segments - LargeContract.TIERS.size();
        ModelBuilder model =
                ModelBuilder.model("large").contract(contract.yaml()).with(segmentsWorkbook);
        for (int i = 0; i < segments; i++) {
            int share = left / (segments - i);
            model.with(new LargeSegment(random, contract, markets.get(i), i, share).workbook());
            left -= share;
        }
        return model.files();
    }

    private static WorkbookBuilder segments(LargeContract contract, List<String> markets) {
        WorkbookBuilder workbook = WorkbookBuilder.workbook("segments.xlsx");
        WorkbookBuilder.SheetBuilder rows =
                workbook.sheet("Segments").header("Rule ID", contract.market().label(), "Segment", "Because");
        for (int i = 0; i < markets.size(); i++) {
            boolean last = i == markets.size() - 1;
            rows.row(
                    "SE-" + i,
                    last ? null : markets.get(i),
                    markets.get(i),
                    "The account is in " + markets.get(i) + ".");
        }
        workbook.sheet("Account tiers")
                .header("Rule ID", contract.arr().label(), "Tier", "Because")
                .row("TI-1", ">= 1,000,000", "strategic", "ARR of {ARR} makes the account strategic.")
                .row("TI-2", ">= 100,000", "key", "ARR of {ARR} makes it a key account.")
                .row("TI-3", null, "standard", "Most accounts are.");
        return workbook;
    }
}
