package io.barograph.service.past;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value of an indicator as two columns: what it is, and its exact text. */
public record Reading(@Nullable String type, @Nullable String text) {

    private static final String NUMBER = "number";
    private static final String BOOLEAN = "boolean";
    private static final String DATE = "date";
    private static final String TEXT = "text";

    static Reading of(@Nullable Object value) {
        if (value == null) {
            return new Reading(null, null);
        }
        String type = value instanceof BigDecimal
                ? NUMBER
                : value instanceof Boolean ? BOOLEAN : value instanceof LocalDate ? DATE : TEXT;
        return new Reading(type, value.toString());
    }

    @Nullable Object value() {
        if (type == null || text == null) {
            return null;
        }
        return switch (type) {
            case NUMBER -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            default -> text;
        };
    }
}
