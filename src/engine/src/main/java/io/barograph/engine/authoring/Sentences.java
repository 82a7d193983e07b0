package io.barograph.engine.authoring;

import io.barograph.engine.contract.Field;

/** Because sentences of rows that are proposed. */
final class Sentences {

    private Sentences() {}

    /** @param grade {@code weak}, {@code fair}, {@code good} or {@code known} */
    static String of(Field indicator, String grade) {
        String subject =
                indicator.label() + (isPlaceholder(indicator.label()) ? " of {" + indicator.label() + "}" : "");
        return grade.equals("known") ? subject + " scores in proportion." : subject + " is " + grade + ".";
    }

    /** Whether a name in braces is replaced by its value: letters, digits, blanks, {@code _ - %}. */
    private static boolean isPlaceholder(String label) {
        return label.codePoints().allMatch(point -> Character.isLetterOrDigit(point) || " _-%".indexOf(point) >= 0);
    }
}
