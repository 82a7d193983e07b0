package io.barograph.testkit.shipped;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import java.util.List;
import java.util.Map;

/** The columns of every table as people see them: width, format, drop-down list and an explanation in the header. */
final class Columns {

    private static final Choices INDICATORS = new Choices.ColumnOf("Indicators", "Indicator");
    private static final Choices DIMENSIONS = new Choices.ColumnOf("Overall", "Dimension");

    /** Derived values of the vocabulary whose cells can only be some words. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "Account tier", List.of("strategic", "key", "standard"),
            "Confidence", List.of("low", "medium", "high"));

    private final Contract contract;
    private final List<String> bands;

    /** @param bands names of the model's bands, best first */
    Columns(Contract contract, List<String> bands) {
        this.contract = contract;
        this.bands = bands;
    }

    ColumnPlan of(Table table, String header) {
        return switch (header) {
            case "Rule ID" ->
                ColumnPlan.ruleId()
                        .explained(
                                "A stable name for this row. It stays when rows are sorted or moved; decisions, logs and"
                                        + " comparisons use it. Never reuse one.");
            case "Because" ->
                ColumnPlan.prose(header, 78)
                        .explained(
                                "One sentence for people: why this row applies. Names in braces, for example {Overall},"
                                        + " are replaced by the account's values.");
            case "Note" -> ColumnPlan.prose(header, 64).explained("Remarks of your own. They change nothing.");
            default -> outcomeOrCondition(table, header);
        };
    }

    private ColumnPlan outcomeOrCondition(Table table, String header) {
        return switch (table) {
            case SEGMENTS -> header.equals("Segment") ? segment() : condition(header);
            case ACCOUNT_TIERS -> header.equals("Tier") ? tier() : condition(header);
            case MODEL -> setting(header);
            case INDICATORS -> indicator(header);
            case SCORING -> scoring(header);
            case WEIGHTS -> weight(header);
            case CONTEXT -> context(header);
            case OVERALL -> overall(header);
            case CAPS -> cap(header);
            case THRESHOLDS -> threshold(header);
            case PLAYBOOKS -> PlaybookColumns.known(header).orElseGet(() -> condition(header));
            default -> throw new IllegalArgumentException("no columns for " + table.sheet());
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

    private static ColumnPlan setting(String header) {
        return header.equals("Setting")
                ? text(header, 24).explained("What is set. The names are fixed.")
                : new ColumnPlan(header, ColumnPlan.Purpose.CONDITION, Format.GENERAL, 60, null, Choices.ANY)
                        .explained("The setting's value.");
    }

    private static ColumnPlan indicator(String header) {
        return switch (header) {
            case "Indicator" -> text(header, 32).explained("An indicator of the data contract, by its label.");
            case "Max age (days)" ->
                number(header, 12)
                        .explained(
                                "An older reading does not count: the indicator is then missing. Empty: any age counts.");
            case "If missing" ->
                number(header, 12)
                        .explained(
                                "The score, 0 to 100, that stands in for a missing value. Empty: the indicator drops out"
                                        + " and the others share its weight.");
            default -> throw unknown(Table.INDICATORS, header);
        };
    }

    private ColumnPlan scoring(String header) {
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
            default -> condition(header);
        };
    }

    private ColumnPlan weight(String header) {
        if (header.equals("Indicator")) {
            return text(header, 32).choosing(INDICATORS).explained("The indicator that is weighed.");
        }
        return number(header, 14)
                .explained("The indicator's weight in the dimension " + header + ". The column adds up to 100; empty"
                        + " means the indicator plays no part.");
    }

    private ColumnPlan context(String header) {
        return switch (header) {
            case "Indicator" ->
                text(header, 30)
                        .choosing(INDICATORS)
                        .explained("The indicator whose weight changes. Fill in either this or Category.");
            case "Category" ->
                text(header, 16)
                        .choosing(Choices.suggest(contract.fields().stream()
                                .map(Field::category)
                                .filter(category -> category != null)
                                .distinct()
                                .toList()))
                        .explained("The category of the data contract whose indicators all change their weight.");
            case "Multiply weight by" ->
                number(header, 12).explained("The factor, 0 to 10, on the weight. Several matching rows multiply.");
            default -> condition(header);
        };
    }

    private static ColumnPlan overall(String header) {
        return switch (header) {
            case "Dimension" -> text(header, 24).explained("A column of Weights.");
            case "Weight in overall" ->
                number(header, 14)
                        .explained(
                                "How much the dimension counts in the overall score. The column adds up to 100; 0 keeps"
                                        + " the dimension out of it.");
            default -> throw unknown(Table.OVERALL, header);
        };
    }

    private ColumnPlan cap(String header) {
        return switch (header) {
            case "Applies to" ->
                text(header, 16).choosing(DIMENSIONS).explained("Overall, or the dimension that is bounded.");
            case "At most" ->
                number(header, 10).explained("The score is cut to this. The lowest cap wins over everything.");
            case "At least" -> number(header, 10).explained("The score is lifted to this, unless a cap is lower.");
            case "Band at most" ->
                text(header, 12)
                        .choosing(Choices.suggest(bands))
                        .explained("The band shown is at best this one, whatever the score.");
            default -> condition(header);
        };
    }

    private ColumnPlan threshold(String header) {
        return switch (header) {
            case "Applies to" ->
                text(header, 16)
                        .choosing(DIMENSIONS)
                        .explained("Overall, or a dimension. For each, the first row that matches gives the band.");
            case "Band" ->
                text(header, 12).choosing(Choices.suggest(bands)).explained("The band's name, best band first.");
            case "From" -> number(header, 10).explained("The lowest score of the band. Empty for the lowest band.");
            case "Leave below" ->
                number(header, 10)
                        .explained(
                                "An account already in this band keeps it until its score is under this, so that it does"
                                        + " not flicker between two bands.");
            default -> condition(header);
        };
    }

    private ColumnPlan condition(String header) {
        ColumnPlan column = ColumnPlan.condition(header);
        Field field = contract.find(header);
        if (field == null) {
            List<String> words = header.endsWith("band") ? bands : WORDS.getOrDefault(header, List.of());
            return offer(column, words).explained("When this row applies. " + howToWrite(words) + " Empty: any.");
        }
        String unit = field.unit() == null ? "" : " Unit: " + field.unit() + ".";
        return offer(column, field.allowedValues())
                .explained(field.description() + unit + " " + howToWrite(field.allowedValues()) + " Empty: any.");
    }

    private static ColumnPlan offer(ColumnPlan column, List<String> words) {
        return words.isEmpty() ? column : column.choosing(Choices.suggest(words));
    }

    private static String howToWrite(List<String> words) {
        return words.isEmpty()
                ? "Write for example >= 80, 50..80, missing."
                : "Write a word, several with commas, or `not` and words.";
    }

    private static ColumnPlan text(String header, int width) {
        return ColumnPlan.outcome(header, Format.TEXT, width);
    }

    private static ColumnPlan number(String header, int width) {
        return ColumnPlan.outcome(header, Format.NUMBER, width);
    }

    private static IllegalArgumentException unknown(Table table, String header) {
        return new IllegalArgumentException(table.sheet() + " has no column `" + header + "`");
    }
}
