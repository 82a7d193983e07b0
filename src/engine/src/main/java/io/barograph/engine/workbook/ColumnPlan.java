package io.barograph.engine.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A column to be written.
 *
 * @param width in characters
 * @param comment what the column means, shown when the mouse rests on its header; null for none
 */
public record ColumnPlan(
        String header,
        Purpose purpose,
        Format format,
        int width,
        @Nullable String comment,
        Choices choices) {

    /** What a column is for; decides its colours and type. */
    public enum Purpose {
        /** Names the row: small and grey. */
        RULE_ID,
        /** What must hold for the row to count. */
        CONDITION,
        /** What the row does. */
        OUTCOME,
        /** Words for people. */
        PROSE
    }

    /** How numbers and texts are stored and shown. */
    public enum Format {
        /** By the value's own type. */
        GENERAL("General"),
        /** Text whatever is typed, so that {@code 3-4} never becomes a date. */
        TEXT("@"),
        /** Decimals as they are, aligned right. */
        NUMBER("General"),
        INTEGER("#,##0"),
        /** Values are in percent (60); they are stored as fractions and shown as 60 %. */
        PERCENT("0.0%"),
        DATE("yyyy-mm-dd");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }

        String pattern() {
            return pattern;
        }
    }

    private static final int CONDITION_WIDTH = 18;

    public static ColumnPlan ruleId() {
        return new ColumnPlan("Rule ID", Purpose.RULE_ID, Format.TEXT, 15, null, Choices.ANY);
    }

    public static ColumnPlan condition(String header) {
        return new ColumnPlan(
                header,
                Purpose.CONDITION,
                Format.TEXT,
                Math.max(CONDITION_WIDTH, header.length() + 3),
                null,
                Choices.ANY);
    }

    public static ColumnPlan outcome(String header, Format format, int width) {
        return new ColumnPlan(header, Purpose.OUTCOME, format, width, null, Choices.ANY);
    }

    public static ColumnPlan prose(String header, int width) {
        return new ColumnPlan(header, Purpose.PROSE, Format.TEXT, width, null, Choices.ANY);
    }

    public ColumnPlan explained(String text) {
        return new ColumnPlan(header, purpose, format, width, text, choices);
    }

    public ColumnPlan choosing(Choices offered) {
        return new ColumnPlan(header, purpose, format, width, comment, offered);
    }

    public ColumnPlan wide(int characters) {
        return new ColumnPlan(header, purpose, format, characters, comment, choices);
    }
}
