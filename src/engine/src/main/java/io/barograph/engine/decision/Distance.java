package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far values are from satisfying conditions, and what that is to be compared with. */
final class Distance {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Distance() {}

    /** From a number or a date (in days) to the nearest bound that would satisfy the condition; null when there is none. */
    static @Nullable BigDecimal between(@Nullable Object value, Condition condition) {
        return value == null
                ? null
                : bounds(condition)
                        .map(bound -> between(value, bound))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static @Nullable BigDecimal between(Object value, Object bound) {
        if (value instanceof BigDecimal number && bound instanceof BigDecimal limit) {
            return number.subtract(limit).abs();
        }
        if (value instanceof LocalDate date && bound instanceof LocalDate limit) {
            return BigDecimal.valueOf(Math.abs(ChronoUnit.DAYS.between(date, limit)));
        }
        return null;
    }

    /** Every value at which the condition begins or ceases to hold. */
    static Stream<Object> bounds(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return Stream.of(comparison.bound());
        }
        if (condition instanceof Condition.Range range) {
            List<Object> ends = new ArrayList<>();
            if (range.from() != null) {
                ends.add(range.from());
            }
            if (range.to() != null) {
                ends.add(range.to());
            }
            return ends.stream();
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.values().stream();
        }
        return condition instanceof Condition.Either either
                ? either.options().stream().flatMap(Distance::bounds)
                : Stream.empty();
    }

    /** The width of what a term's values can be; null when that is open. */
    static @Nullable BigDecimal width(Term term) {
        return switch (term.kind()) {
            case SCORE, PREVIOUS_SCORE, COVERAGE, CHANGE_IN_SCORE -> HUNDRED;
            case CHURN_PROBABILITY, EXPANSION_PROBABILITY -> BigDecimal.ONE;
            case ATTRIBUTE, INDICATOR -> width(VocabularyValues.field(term));
            case CHANGE_IN_INDICATOR -> term.percent() ? HUNDRED : width(VocabularyValues.field(term));
            default -> null;
        };
    }

    /** The width of a contract range; null when it is open. */
    static @Nullable BigDecimal width(Field field) {
        if (field.minimum() == null || field.maximum() == null) {
            return null;
        }
        BigDecimal width = field.maximum().subtract(field.minimum());
        return width.signum() > 0 ? width : null;
    }
}
