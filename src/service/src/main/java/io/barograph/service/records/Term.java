package io.barograph.service.records;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that records are found by. Cells and rules are the same in any case; long texts are the same when their
 * beginnings are.
 *
 * @param ruleId of a cell: the rule that fired there, when it has an id; null for every other field
 */
record Term(Field field, String value, @Nullable String ruleId) {

    private static final int LONGEST = 500;

    /** What a term is of. */
    enum Field {
        CELL,
        BAND,
        STATUS,
        SEGMENT,
        CALLER,
        /** Digest or version. */
        MODEL,
        KIND,
        EVENT;

        /** As it stands in the database. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Term {
        value = comparable(field, value);
        ruleId = ruleId == null ? null : comparable(field, ruleId);
    }

    static Term of(Field field, String value) {
        return new Term(field, value, null);
    }

    static Term fired(String cell, @Nullable String ruleId) {
        return new Term(Field.CELL, cell, ruleId);
    }

    /** A text as terms of the field are compared. */
    static String comparable(Field field, String text) {
        String folded = field == Field.CELL ? text.toLowerCase(Locale.ROOT) : text;
        return folded.length() <= LONGEST ? folded : folded.substring(0, cut(folded));
    }

    /** Never through the middle of a character. */
    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
