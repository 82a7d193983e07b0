package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers that bound conditions. */
final class Bounds {

    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    private Bounds() {}

    /** Every number a condition compares with, once. */
    static Set<BigDecimal> numbers(Condition condition) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        collect(condition, numbers);
        return numbers;
    }

    /** The same condition with one of its numbers replaced. */
    static Condition moved(Condition condition, BigDecimal number, BigDecimal moved) {
        if (condition instanceof Condition.Comparison comparison && is(number, comparison.bound())) {
            return new Condition.Comparison(comparison.operator(), moved);
        }
        if (condition instanceof Condition.Range range) {
            return new Condition.Range(
                    is(number, range.from()) ? moved : range.from(),
                    range.fromIncluded(),
                    is(number, range.to()) ? moved : range.to(),
                    range.toIncluded());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return new Condition.OneOf(
                    oneOf.values().stream()
                            .map(value -> is(number, value) ? Numbers.canonical(moved) : value)
                            .collect(Collectors.toSet()),
                    oneOf.negated());
        }
        if (condition instanceof Condition.Either either) {
            return new Condition.Either(either.options().stream()
                    .map(option -> moved(option, number, moved))
                    .toList());
        }
        return condition;
    }

    /** A twentieth of what a field can span or of the number itself; 5 days or points; 0.05 of a probability. */
    static BigDecimal step(Term term, BigDecimal number) {
        Field field = term.field();
        return switch (term.kind()) {
            case ATTRIBUTE, INDICATOR -> field == null ? BigDecimal.ONE : step(field, number);
            case CHURN_PROBABILITY, EXPANSION_PROBABILITY -> new BigDecimal("0.05");
            case ARR_AT_RISK -> share(number);
            default -> BigDecimal.valueOf(5);
        };
    }

    private static BigDecimal step(Field field, BigDecimal number) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        BigDecimal step = minimum == null || maximum == null
                ? share(number)
                : maximum.subtract(minimum).divide(TWENTY, new MathContext(6, RoundingMode.HALF_UP));
        boolean whole = field.type() == FieldType.INTEGER;
        return Numbers.canonical(whole ? step.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE) : step);
    }

    private static BigDecimal share(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ONE
                : Numbers.canonical(number.abs().divide(TWENTY, new MathContext(6, RoundingMode.HALF_UP)));
    }

    private static void collect(Condition condition, Set<BigDecimal> numbers) {
        if (condition instanceof Condition.Comparison comparison) {
            add(comparison.bound(), numbers);
        } else if (condition instanceof Condition.Range range) {
            add(range.from(), numbers);
            add(range.to(), numbers);
        } else if (condition instanceof Condition.OneOf oneOf) {
            List<BigDecimal> sorted = oneOf.values().stream()
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .sorted()
                    .toList();
            numbers.addAll(sorted);
        } else if (condition instanceof Condition.Either either) {
            either.options().forEach(option -> collect(option, numbers));
        }
    }

    private static boolean is(BigDecimal number, @Nullable Object value) {
        return value instanceof BigDecimal other && other.compareTo(number) == 0;
    }

    private static void add(@Nullable Object bound, Set<BigDecimal> numbers) {
        if (bound instanceof BigDecimal number) {
            numbers.add(number);
        }
    }
}
