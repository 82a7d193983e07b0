package io.barograph.engine.decision;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Shown;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a number is from what a condition asks. */
final class Shortfall {

    /** @param gap how much is missing (above 0) or too much (below 0) */
    private record Gap(BigDecimal gap) {
        String inWords() {
            String size = Numbers.canonical(gap.abs()).toPlainString();
            return gap.signum() > 0 ? size + " short" : size + " over";
        }
    }

    private Shortfall() {}

    /** In words; empty when the value is no number, or touches a bound that is not included. */
    static String of(Condition condition, @Nullable Object value) {
        return !(value instanceof BigDecimal number)
                ? ""
                : gaps(condition, number)
                        .filter(gap -> gap.gap().signum() != 0)
                        .min(Comparator.comparing(gap -> gap.gap().abs()))
                        .map(Gap::inWords)
                        .orElse("");
    }

    /** What a decision said, in words. */
    static String found(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof BigDecimal number) {
            return Numbers.canonical(number).toPlainString();
        }
        return value instanceof SetValue ? Shown.value(value) : "`" + Shown.value(value) + "`";
    }

    private static Stream<Gap> gaps(Condition condition, BigDecimal number) {
        if (condition instanceof Condition.Comparison comparison) {
            return to(comparison.bound(), number);
        }
        if (condition instanceof Condition.Range range) {
            Comparable<?> from = range.from();
            boolean below = from instanceof BigDecimal low && number.compareTo(low) <= 0;
            return to(below ? from : range.to(), number);
        }
        if (condition instanceof Condition.OneOf oneOf && !oneOf.negated()) {
            return oneOf.values().stream().flatMap(each -> to(each, number));
        }
        List<Condition> options = condition instanceof Condition.Either either ? either.options() : List.of();
        return options.stream().flatMap(option -> gaps(option, number));
    }

    private static Stream<Gap> to(@Nullable Object bound, BigDecimal number) {
        return Stream.of(bound)
                .filter(Objects::nonNull)
                .filter(BigDecimal.class::isInstance)
                .map(each -> new Gap(((BigDecimal) each).subtract(number)));
    }
}
