package io.barograph.engine.workbook;

import java.util.List;

/** The drop-down list of a column. */
public sealed interface Choices {

    /** No list. */
    Choices ANY = new Any();

    /** The words of the workbook's glossary; anything else brings a warning. */
    Choices GLOSSARY = new Glossary();

    /** Excel's limit on the length of a list written into the sheet. */
    int LONGEST_LIST = 255;

    /** No list. */
    record Any() implements Choices {}

    /**
     * A list of texts without commas, at most 255 characters joined by commas.
     *
     * @param strict whether anything else is refused (otherwise it is only a suggestion, as in condition columns)
     */
    record Listed(List<String> values, boolean strict) implements Choices {
        public Listed {
            values = List.copyOf(values);
            if (values.isEmpty() || values.stream().anyMatch(value -> value.contains(","))) {
                throw new IllegalArgumentException("a list needs values without commas: " + values);
            }
            if (String.join(",", values).length() > LONGEST_LIST) {
                throw new IllegalArgumentException("a list is longer than " + LONGEST_LIST + " characters: " + values);
            }
        }
    }

    /**
     * The values of another column of the workbook.
     *
     * @param open whether anything else is as good; otherwise it brings a warning
     */
    record ColumnOf(String sheet, String header, boolean open) implements Choices {
        public ColumnOf(String sheet, String header) {
            this(sheet, header, false);
        }
    }

    /** The words of the glossary. */
    record Glossary() implements Choices {}

    static Choices only(String... values) {
        return new Listed(List.of(values), true);
    }

    static Choices suggest(List<String> values) {
        return new Listed(values, false);
    }
}
