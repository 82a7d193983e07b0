package io.barograph.engine.authoring;

import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;

/** The two kinds of column that say what a row is about or does. */
final class ColumnPlans {

    private ColumnPlans() {}

    static ColumnPlan text(String header, int width) {
        return ColumnPlan.outcome(header, Format.TEXT, width);
    }

    static ColumnPlan number(String header, int width) {
        return ColumnPlan.outcome(header, Format.NUMBER, width);
    }
}
