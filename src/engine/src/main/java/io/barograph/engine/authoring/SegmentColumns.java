package io.barograph.engine.authoring;

import static io.barograph.engine.authoring.ColumnPlans.text;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import org.jspecify.annotations.Nullable;

/** Columns of Segments, Account tiers and Model. */
final class SegmentColumns {

    private SegmentColumns() {}

    static @Nullable ColumnPlan of(Table table, String header) {
        return switch (table) {
            case SEGMENTS -> header.equals("Segment") ? segment() : null;
            case ACCOUNT_TIERS -> header.equals("Tier") ? tier() : null;
            case MODEL -> setting(header);
            default -> null;
        };
    }

    private static ColumnPlan segment() {
        return text("Segment", 18)
                .explained("The segment whose workbook decides the account. The first row that matches wins; the last"
                        + " row takes everyone else.");
    }

    private static ColumnPlan tier() {
        return text("Tier", 14)
                .choosing(Choices.only("strategic", "key", "standard"))
                .explained("How much attention the account deserves. The first row that matches wins.");
    }

    private static @Nullable ColumnPlan setting(String header) {
        return switch (header) {
            case "Setting" -> text(header, 24).explained("What is set. The names are fixed.");
            case "Value" ->
                new ColumnPlan(header, ColumnPlan.Purpose.CONDITION, Format.GENERAL, 60, null, Choices.ANY)
                        .explained("The setting's value.");
            default -> null;
        };
    }
}
