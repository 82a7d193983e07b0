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
 * @param maximum greatest number, inclusive; null when open
 * @param topIncluded whether the upper end of a plain range is included when it is the greatest number
 * @param whole only whole numbers occur
 * @param percent counted in percent or points, so that percentages count times 100
 * @param allowed the closed list of texts, alone or in sets; empty when any may occur
 */
record Domain(
        Term.Type type,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean topIncluded,
        boolean whole,
        boolean percent,
        List<String> allowed) {

    /** Scores and coverage: 0–100. */
    static final Domain HUNDRED =
            new Domain(Term.Type.NUMBER, BigDecimal.ZERO, BigDecimal.valueOf(100), true, false, true, List.of());

    static final Domain PROBABILITY =
            new Domain(Term.Type.NUMBER, BigDecimal.ZERO, BigDecimal.ONE, true, false, false, List.of());

    /** Days that have passed. */
    static final Domain DAYS = new Domain(Term.Type.NUMBER, BigDecimal.ZERO, null, false, true, false, List.of());

    private static final BigDecimal ALL_OF_IT = BigDecimal.valueOf(-100);

    Domain {
        allowed = List.copyOf(allowed);
    }

    static Domain of(Field field) {
        return switch (field.type()) {
            case NUMBER -> numbers(field, false);
            case INTEGER -> numbers(field, true);
            case BOOLEAN -> unordered(Term.Type.BOOLEAN, List.of());
            case STRING -> texts(field.allowedValues());
            case DATE -> unordered(Term.Type.DATE, List.of());
        };
    }

    static Domain texts(List<String> allowed) {
        return unordered(Term.Type.TEXT, allowed);
    }

    /** @param allowed the texts that a set can hold; empty when any can */
    static Domain set(List<String> allowed) {
        return unordered(Term.Type.SET, allowed);
    }

    /** Numbers without bounds. */
    static Domain anyNumber(boolean whole, boolean percent) {
        return new Domain(Term.Type.NUMBER, null, null, false, whole, percent, List.of());
    }

    /**
     * How a measure can change: in points at most from one end of its values to the other; in percent it cannot lose
     * more than all of it, if it is never negative.
     *
     * @param inPercent whether the change is in percent
     */
    static Domain changeOf(Domain measure, boolean inPercent) {
        BigDecimal minimum = measure.minimum();
        BigDecimal maximum = measure.maximum();
        boolean percent = inPercent || measure.percent();
        if (inPercent) {
            BigDecimal least = minimum == null || minimum.signum() < 0 ? null : ALL_OF_IT;
            return new Domain(Term.Type.NUMBER, least, null, false, false, percent, List.of());
        }
        if (minimum == null || maximum == null) {
            return anyNumber(false, percent);
        }
        BigDecimal most = maximum.subtract(minimum);
        return new Domain(Term.Type.NUMBER, most.negate(), most, false, false, percent, List.of());
    }

    private static Domain unordered(Term.Type type, List<String> allowed) {
        return new Domain(type, null, null, false, false, false, allowed);
    }

    private static Domain numbers(Field field, boolean whole) {
        return new Domain(
                Term.Type.NUMBER, field.minimum(), field.maximum(), true, whole, field.isPercent(), List.of());
    }
}
