package io.barograph.engine.decision;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Shown;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions written out the way workbooks write them, for columns whose cells rows do not keep. */
final class ConditionText {

    private ConditionText() {}

    static String of(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.operator().sign() + " " + Shown.value(comparison.bound());
        }
        if (condition instanceof Condition.Range range) {
            return (range.fromIncluded() ? "[" : "(") + end(range.from()) + ".." + end(range.to())
                    + (range.toIncluded() ? "]" : ")");
        }
        if (condition instanceof Condition.OneOf oneOf) {
            String values = oneOf.values().stream().map(Shown::value).sorted().collect(Collectors.joining(", "));
            return oneOf.negated() ? "not " + values : values;
        }
        if (condition instanceof Condition.Contains contains) {
            String texts = contains.texts().stream().sorted().collect(Collectors.joining(", "));
            return (contains.negated() ? "not contains " : "contains ") + texts;
        }
        if (condition instanceof Condition.Either either) {
            return either.options().stream().map(ConditionText::of).collect(Collectors.joining(" or "));
        }
        return condition instanceof Condition.Missing ? "missing" : "present";
    }

    private static String end(@Nullable Object bound) {
        return bound == null ? "" : Shown.value(bound);
    }
}
