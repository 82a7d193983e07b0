package io.barograph.engine.authoring;

import static io.barograph.engine.authoring.ColumnPlans.number;
import static io.barograph.engine.authoring.ColumnPlans.text;

import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of the tables that make scores of indicators. */
final class ScoreColumns {

    private static final Choices INDICATORS = new Choices.ColumnOf("Indicators", "Indicator");

    private ScoreColumns() {}

    static @Nullable ColumnPlan of(Table table, String header) {
        return switch (table) {
            case INDICATORS -> indicator(header);
            case SCORING -> scoring(header);
            case OVERALL -> overall(header);
            default -> null;
        };
    }

    private static @Nullable ColumnPlan indicator(String header) {
        return switch (header) {
            case "Indicator" -> text(header, 32).explained("An indicator of the data contract, by its label.");
            case "Smoothing half-life (days)" ->
                number(header, 14)
                        .explained("A reading this old counts half as much as one of today, so that a short spike does"
                                + " not move the score. Empty: only the newest reading counts.");
            case "Max age (days)" ->
                number(header, 12)
                        .explained(
                                "An older reading does not count: the indicator is then missing. Empty: any age counts.");
            case "If missing" ->
                number(header, 12)
                        .explained(
                                "The score, 0 to 100, that stands in for a missing value. Empty: the indicator drops out"
                                        + " and the others share its weight.");
            case "Campaign discount %" ->
                number(header, 13)
                        .explained("By how much the part of a reading that a campaign brought about is reduced: 100"
                                + " leaves only what grew by itself. Empty: no discount.");
            default -> null;
        };
    }

    private static @Nullable ColumnPlan scoring(String header) {
        return switch (header) {
            case "Indicator" -> text(header, 32).choosing(INDICATORS).explained("The indicator that is scored.");
            case "Value" ->
                ColumnPlan.condition(header)
                        .explained(
                                "When this row applies: a range such as 50..80 (from 50 to under 80), a comparison such"
                                        + " as >= 80, a word, or `missing`. The rows of an indicator leave no gap and never overlap.");
            case "Score" ->
                number(header, 10).explained("The sub-score, 0 (worst) to 100 (best), at the lower end of the range.");
            case "Score at end" ->
                number(header, 10)
                        .explained("Where the score has arrived at the upper end of the range; in between it runs in a"
                                + " straight line. Empty: the score is the same throughout.");
            default -> null;
        };
    }

    /** Any header but the indicator's is a dimension. */
    static ColumnPlan weight(String header) {
        if (header.equals("Indicator")) {
            return text(header, 32).choosing(INDICATORS).explained("The indicator that is weighed.");
        }
        return number(header, 14)
                .explained("The indicator's weight in the dimension " + header + ". The column adds up to 100; empty"
                        + " means the indicator plays no part.");
    }

    static @Nullable ColumnPlan context(String header, List<String> categories) {
        return switch (header) {
            case "Indicator" ->
                text(header, 30)
                        .choosing(INDICATORS)
                        .explained("The indicator whose weight changes. Fill in either this or Category.");
            case "Category" ->
                text(header, 16)
                        .choosing(categories.isEmpty() ? Choices.ANY : Choices.suggest(categories))
                        .explained("The category of the data contract whose indicators all change their weight.");
            case "Multiply weight by" ->
                number(header, 12).explained("The factor, 0 to 10, on the weight. Several matching rows multiply.");
            default -> null;
        };
    }

    private static @Nullable ColumnPlan overall(String header) {
        return switch (header) {
            case "Dimension" -> text(header, 24).explained("A column of Weights.");
            case "Weight in overall" ->
                number(header, 14)
                        .explained(
                                "How much the dimension counts in the overall score. The column adds up to 100; 0 keeps"
                                        + " the dimension out of it.");
            default -> null;
        };
    }
}
