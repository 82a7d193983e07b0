package io.barograph.testkit.reference;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of the vocabulary with its value for the account at hand.
 *
 * @param name contract name or vocabulary name, as inputs show it
 * @param inPercent whether a cell shown as a percentage counts times 100
 * @param includedEnd the upper end that a plain range includes; null when it includes none
 * @param value null when missing
 */
record Subject(
        String name,
        Kind kind,
        boolean inPercent,
        @Nullable BigDecimal includedEnd,
        @Nullable Object value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Subject of(Field field, @Nullable Object value) {
        return new Subject(field.name(), Kind.of(field.type()), field.isPercent(), field.maximum(), value);
    }

    /** A score or coverage: 0 to 100. */
    static Subject score(String name, @Nullable Object value) {
        return new Subject(name, Kind.NUMBER, true, HUNDRED, value);
    }

    /** A fraction from 0 to 1. */
    static Subject probability(String name, @Nullable Object value) {
        return new Subject(name, Kind.NUMBER, false, BigDecimal.ONE, value);
    }

    static Subject set(String name, List<String> value) {
        return new Subject(name, Kind.SET, false, null, List.copyOf(value));
    }

    static Subject text(String name, @Nullable Object value) {
        return new Subject(name, Kind.TEXT, false, null, value);
    }

    static Subject number(String name, boolean inPercent, @Nullable Object value) {
        return new Subject(name, Kind.NUMBER, inPercent, null, value);
    }
}
