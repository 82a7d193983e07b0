package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values a condition may ask for.
 *
 * @param minimum least number, inclusive; null when open
 * @param maximum greatest number, inclusive; null when open; the upper end of a plain range that reaches it is included
 * @param whole only whole numbers occur
 * @param percent counted in percent or points, so that percentages count times 100
 * @param allowed the closed list of texts, alone or in sets; empty when any may occur
 */
record Domain(
        Term.Type type,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean whole,
        boolean percent,
        List<String> allowed) {

    /** Scores and coverage: 0–100. */
    static final Domain HUNDRED =
            new Domain(Term.Type.NUMBER, BigDecimal.ZERO, BigDecimal.valueOf(100), false, true, List.of());

    static final Domain PROBABILITY =
            new Domain(Term.Type.NUMBER, BigDecimal.ZERO, BigDecimal.ONE, false, false, List.of());

    Domain {
        allowed = List.copyOf(allowed);
    }

    static Domain of(Field field) {
        return switch (field.type()) {
            case NUMBER -> numbers(field, false);
            case INTEGER -> numbers(field, true);
            case BOOLEAN -> new Domain(Term.Type.BOOLEAN, null, null, false, false, List.of());
            case STRING -> texts(field.allowedValues());
            case DATE -> new Domain(Term.Type.DATE, null, null, false, false, List.of());
        };
    }

    static Domain texts(List<String> allowed) {
        return new Domain(Term.Type.TEXT, null, null, false, false, allowed);
    }

    /** @param allowed the texts that a set can hold; empty when any can */
    static Domain set(List<String> allowed) {
        return new Domain(Term.Type.SET, null, null, false, false, allowed);
    }

    /** Numbers without bounds: days, and changes in points or percent. */
    static Domain anyNumber(boolean whole, boolean percent) {
        return new Domain(Term.Type.NUMBER, null, null, whole, percent, List.of());
    }

    private static Domain numbers(Field field, boolean whole) {
        return new Domain(Term.Type.NUMBER, field.minimum(), field.maximum(), whole, field.isPercent(), List.of());
    }
}
