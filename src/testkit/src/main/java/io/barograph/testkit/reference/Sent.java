package io.barograph.testkit.reference;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * One input after screening with the data contract.
 *
 * @param name contract name, or the name as sent when the contract has none such
 * @param raw as it was sent
 * @param value null when missing or unusable
 * @param problem code of what is wrong with it; null when nothing is
 */
record Sent(
        String name,
        @Nullable Field field,
        LocalDate date,
        @Nullable Object raw,
        @Nullable Object value,
        @Nullable BigDecimal campaignShare,
        @Nullable String problem) {

    private static final String DUPLICATE = "duplicate-input";

    /** An input that was sent before under another of its names. */
    static Sent duplicate(Field field, LocalDate date) {
        return new Sent(field.name(), field, date, null, null, null, DUPLICATE);
    }

    /** The same input as it counts on another day. */
    Sent screenedAgain(LocalDate asOf) {
        return DUPLICATE.equals(problem) ? this : screen(name, field, date, raw, campaignShare, asOf);
    }

    /**
     * Screens one value, its date first. Texts that are empty or blank are missing, and a missing value is no problem.
     */
    static Sent screen(
            String name,
            @Nullable Field field,
            LocalDate date,
            @Nullable Object raw,
            @Nullable BigDecimal campaignShare,
            LocalDate asOf) {
        if (field == null) {
            return new Sent(name, null, date, raw, null, null, "not-in-contract");
        }
        if (date.isAfter(asOf)) {
            return new Sent(field.name(), field, date, raw, null, campaignShare, "after-as-of");
        }
        if (raw == null || (raw instanceof String text && text.isBlank())) {
            return new Sent(field.name(), field, date, raw, null, null, null);
        }
        Object value = typed(field.type(), raw);
        String problem = value == null ? "wrong-type" : problem(field, value);
        if (problem == null
                && campaignShare != null
                && (campaignShare.signum() < 0 || campaignShare.compareTo(BigDecimal.ONE) > 0)) {
            problem = "out-of-range";
        }
        return new Sent(field.name(), field, date, raw, problem == null ? value : null, campaignShare, problem);
    }

    boolean isUsable() {
        return value != null;
    }

    /** The value in the contract's type; null when it is of another. */
    private static @Nullable Object typed(FieldType type, Object raw) {
        return switch (type) {
            case NUMBER -> raw instanceof BigDecimal ? raw : null;
            case INTEGER ->
                raw instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0 ? raw : null;
            case BOOLEAN -> raw instanceof Boolean ? raw : null;
            case STRING -> raw instanceof String ? raw : null;
            case DATE -> raw instanceof String text ? day(text) : raw instanceof LocalDate ? raw : null;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notIso) {
            return null;
        }
    }

    private static @Nullable String problem(Field field, Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal minimum = field.minimum();
            BigDecimal maximum = field.maximum();
            boolean within = (minimum == null || number.compareTo(minimum) >= 0)
                    && (maximum == null || number.compareTo(maximum) <= 0);
            return within ? null : "out-of-range";
        }
        if (value instanceof String text && !field.allowedValues().isEmpty()) {
            boolean allowed = field.allowedValues().stream().anyMatch(one -> Words.same(one, text));
            return allowed ? null : "not-allowed";
        }
        return null;
    }
}
