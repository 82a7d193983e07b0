package io.barograph.engine.authoring;

import static io.barograph.engine.authoring.ColumnPlans.number;
import static io.barograph.engine.authoring.ColumnPlans.text;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of the tables that bound scores, name them and say how likely they make churn. */
final class BandColumns {

    /** Besides dimensions these columns take Overall, so another word brings no warning. */
    static final Choices SCORES = new Choices.ColumnOf("Overall", "Dimension", true);

    private BandColumns() {}

    static @Nullable ColumnPlan of(Table table, String header, List<String> bands) {
        return table == Table.CAPS ? cap(header, bands) : threshold(header, bands);
    }

    private static @Nullable ColumnPlan cap(String header, List<String> bands) {
        return switch (header) {
            case "Applies to" ->
                text(header, 16).choosing(SCORES).explained("Overall, or the dimension that is bounded.");
            case "At most" ->
                number(header, 10).explained("The score is cut to this. The lowest cap wins over everything.");
            case "At least" -> number(header, 10).explained("The score is lifted to this, unless a cap is lower.");
            case "Band at most" ->
                text(header, 12)
                        .choosing(Choices.suggest(bands))
                        .explained("The band shown is at best this one, whatever the score.");
            default -> null;
        };
    }

    private static @Nullable ColumnPlan threshold(String header, List<String> bands) {
        return switch (header) {
            case "Applies to" ->
                text(header, 16)
                        .choosing(SCORES)
                        .explained("Overall, or a dimension. For each, the first row that matches gives the band.");
            case "Band" ->
                text(header, 12).choosing(Choices.suggest(bands)).explained("The band's name, best band first.");
            case "From" -> number(header, 10).explained("The lowest score of the band. Empty for the lowest band.");
            case "Leave below" ->
                number(header, 10)
                        .explained(
                                "An account already in this band keeps it until its score is under this, so that it does"
                                        + " not flicker between two bands.");
            default -> null;
        };
    }

    static @Nullable ColumnPlan calibration(String header) {
        return switch (header) {
            case "Horizon (days)" ->
                number(header, 12)
                        .explained("How far ahead the row looks. 90 days is required: probabilities and ARR at risk use"
                                + " it.");
            case "Score from" ->
                number(header, 12)
                        .explained("The lowest overall score the row is for. The first row of a horizon starts at 0.");
            case "Churn probability" ->
                number(header, 14)
                        .explained("The chance of losing such an account within the horizon, from 0 to 1. It falls as"
                                + " scores rise.");
            case "Expansion probability" ->
                number(header, 14).explained("The chance that such an account grows within the horizon, from 0 to 1.");
            case "Between rows" ->
                text(header, 12)
                        .choosing(Choices.only("step", "linear"))
                        .explained("`step` keeps the row's values up to the next row, `linear` runs towards the next"
                                + " row's. Empty: step.");
            default -> null;
        };
    }
}
