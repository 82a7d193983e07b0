package io.barograph.engine.contract;

import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the contract says of one value that was sent for a field: usable, missing, or out of contract. */
public sealed interface Screening {

    /**
     * @param value as the field's type has it: BigDecimal (canonical), Boolean, String (trimmed, spelt as it was sent)
     *     or LocalDate
     */
    record Usable(Object value) implements Screening {}

    /** Nothing was sent, or a blank text. */
    record Missing() implements Screening {}

    /**
     * Out of contract, so it counts as missing.
     *
     * @param code {@code wrong-type}, {@code out-of-range} or {@code not-allowed}
     * @param message for people: the field's label, what was sent, and what the contract wants
     */
    record Problem(String code, String message) implements Screening {}

    String WRONG_TYPE = "wrong-type";
    String OUT_OF_RANGE = "out-of-range";
    String NOT_ALLOWED = "not-allowed";

    /**
     * Screens one value. Numbers must be numbers, booleans booleans; an INTEGER may be written {@code 3.0}; dates may be
     * ISO texts. Texts compare with allowed values as {@link Names} compare.
     *
     * @param raw String, BigDecimal, Boolean, LocalDate or null; anything else is of the wrong type
     */
    static Screening of(Field field, @Nullable Object raw) {
        if (raw == null || (raw instanceof String text && Names.clean(text).isEmpty())) {
            return new Missing();
        }
        return switch (field.type()) {
            case NUMBER, INTEGER -> raw instanceof BigDecimal number ? number(field, number) : wrongType(field, raw);
            case BOOLEAN -> raw instanceof Boolean ? new Usable(raw) : wrongType(field, raw);
            case STRING -> raw instanceof String text ? text(field, text.strip()) : wrongType(field, raw);
            case DATE -> date(raw).<Screening>map(Usable::new).orElseGet(() -> wrongType(field, raw));
        };
    }

    private static Screening number(Field field, BigDecimal number) {
        if (Magnitude.isTooLarge(number)) {
            return new Problem(
                    OUT_OF_RANGE,
                    quoted(field) + " is a number of more than " + Magnitude.MAX_DIGITS_BEFORE_DOT
                            + " digits; send a smaller one");
        }
        if (Magnitude.isTooFine(number)) {
            return new Problem(
                    WRONG_TYPE,
                    quoted(field) + " has more than " + Magnitude.MAX_DIGITS_AFTER_DOT
                            + " digits after the dot; round it");
        }
        BigDecimal value = Numbers.canonical(number);
        if (field.type() == FieldType.INTEGER && value.scale() > 0) {
            return new Problem(
                    WRONG_TYPE, quoted(field) + " is " + value.toPlainString() + ", but must be a whole number");
        }
        if (field.minimum() != null && value.compareTo(field.minimum()) < 0) {
            return outOfRange(field, value, "below the minimum ", field.minimum());
        }
        if (field.maximum() != null && value.compareTo(field.maximum()) > 0) {
            return outOfRange(field, value, "above the maximum ", field.maximum());
        }
        return new Usable(value);
    }

    private static Screening text(Field field, String text) {
        if (field.allowedValues().isEmpty()
                || field.allowedValues().contains(text)
                || field.allowedValues().stream().anyMatch(allowed -> Names.same(allowed, text))) {
            return new Usable(text);
        }
        String remedy = Names.closest(shortened(text), field.allowedValues())
                .map(close -> "did you mean `" + close + "`?")
                .orElseGet(() -> "allowed are " + listed(field.allowedValues()));
        return new Problem(NOT_ALLOWED, quoted(field) + " is `" + shortened(text) + "`; " + remedy);
    }

    private static Optional<LocalDate> date(Object raw) {
        if (raw instanceof LocalDate date) {
            return Optional.of(date);
        }
        return raw instanceof String text ? Dates.parse(text) : Optional.empty();
    }

    private static Problem outOfRange(Field field, BigDecimal value, String where, BigDecimal bound) {
        return new Problem(
                OUT_OF_RANGE, quoted(field) + " is " + value.toPlainString() + ", " + where + bound.toPlainString());
    }

    private static Problem wrongType(Field field, Object raw) {
        String wanted = switch (field.type()) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case STRING -> "a text";
            case DATE -> "a date such as `2026-03-01`";
        };
        return new Problem(WRONG_TYPE, quoted(field) + " is " + described(raw) + ", but must be " + wanted);
    }

    private static String described(Object raw) {
        if (raw instanceof String text) {
            return "the text `" + shortened(text) + "`";
        }
        if (raw instanceof BigDecimal number) {
            return Magnitude.fits(number)
                    ? "the number " + Numbers.canonical(number).toPlainString()
                    : "a number";
        }
        if (raw instanceof Boolean flag) {
            return flag ? "true" : "false";
        }
        if (raw instanceof LocalDate date) {
            return "the date " + date;
        }
        return raw instanceof List ? "a list" : raw instanceof Map ? "an object" : "of another kind";
    }

    private static String quoted(Field field) {
        return "`" + field.label() + "`";
    }

    private static String listed(List<String> values) {
        int shown = Math.min(values.size(), 10);
        String list = "`" + String.join("`, `", values.subList(0, shown)) + "`";
        return shown < values.size() ? list + " and " + (values.size() - shown) + " more" : list;
    }

    private static String shortened(String text) {
        String oneLine = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 59) + "…";
    }
}
