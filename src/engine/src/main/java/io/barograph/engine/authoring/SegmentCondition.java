package io.barograph.engine.authoring;

/**
 * What holds for the accounts of a segment.
 *
 * @param name of anything in the vocabulary
 * @param cell as it is written into a condition cell, for example {@code >= 500000}
 */
public record SegmentCondition(String name, String cell) {

    /** For a sentence: {@code Industry is fintech}, {@code ARR >= 500000}. */
    String words() {
        String first = cell.substring(0, Math.min(1, cell.length()));
        boolean operator = !first.isEmpty() && "<>=".contains(first);
        return (name + (operator ? " " : " is ") + cell).replace("{", "{{").replace("}", "}}");
    }
}
