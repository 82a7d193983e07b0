package io.barograph.testkit.shipped;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.WorkbookPlan;
import java.util.List;

/**
 * A segment's workbook as texts.
 *
 * @param title heading of the Read me sheet
 */
record SegmentTables(
        String title,
        List<String> readMe,
        String model,
        String indicators,
        String scoring,
        String weights,
        String context,
        String overall,
        String caps,
        String thresholds,
        String playbooks) {

    WorkbookPlan plan(Columns columns) {
        TableText text = new TableText(columns);
        return new WorkbookPlan(
                title,
                readMe,
                List.of(
                        text.sheet(Table.MODEL, model),
                        text.sheet(Table.INDICATORS, indicators),
                        text.sheet(Table.SCORING, scoring, "Indicator"),
                        text.sheet(Table.WEIGHTS, weights),
                        text.sheet(Table.CONTEXT, context),
                        text.sheet(Table.OVERALL, overall),
                        text.sheet(Table.CAPS, caps),
                        text.sheet(Table.THRESHOLDS, thresholds, "Applies to"),
                        text.sheet(Table.PLAYBOOKS, playbooks)));
    }
}
