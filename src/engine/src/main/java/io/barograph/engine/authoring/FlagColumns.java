package io.barograph.engine.authoring;

import static io.barograph.engine.authoring.ColumnPlans.number;
import static io.barograph.engine.authoring.ColumnPlans.text;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import org.jspecify.annotations.Nullable;

/** Columns of the tables that raise flags, and of Cohorts. */
final class FlagColumns {

    private static final Choices MEASURES = new Choices.ColumnOf("Indicators", "Indicator", true);

    private FlagColumns() {}

    static @Nullable ColumnPlan trend(String header) {
        return switch (header) {
            case "Measure" ->
                text(header, 30)
                        .choosing(MEASURES)
                        .explained("What is watched: Overall, a dimension's score such as `Retention score`, or an"
                                + " indicator.");
            case "Over days" -> number(header, 10).explained("How many days the change is measured over.");
            case "Change" ->
                ColumnPlan.condition(header)
                        .explained("Which change raises the flag: <= -15 for a fall of 15 or more, >= 20 for a rise,"
                                + " <= -50 or >= 50 for either.");
            case "Unit" ->
                text(header, 11)
                        .choosing(Choices.only("points", "percent"))
                        .explained("Whether the change counts in points or in percent of the earlier value.");
            default -> flag(header);
        };
    }

    static @Nullable ColumnPlan of(Table table, String header) {
        if (table == Table.SIGNALS) {
            return flag(header);
        }
        return header.equals("Cohort")
                ? text(header, 20)
                        .explained("The group the account belongs to. The first row that matches wins; without one the"
                                + " account is in none.")
                : null;
    }

    private static @Nullable ColumnPlan flag(String header) {
        return switch (header) {
            case "Flag" ->
                text(header, 28)
                        .explained("The flag's name, for example rapid-decline. Several rows may raise the same one;"
                                + " later tables ask for it with the column Flags.");
            case "Severity" ->
                text(header, 11).choosing(Choices.only("low", "medium", "high")).explained("How serious the flag is.");
            default -> null;
        };
    }
}
