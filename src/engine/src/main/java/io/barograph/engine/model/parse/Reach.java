package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Which conditions any value of a domain can meet at all. */
record Reach(Domain domain) {

    /** Whether a value lies within the domain. */
    boolean admits(Object value) {
        return !(value instanceof BigDecimal number)
                || (spans(number)
                        && (!domain.whole() || number.stripTrailingZeros().scale() <= 0));
    }

    /** Whether a number lies between the domain's ends. */
    boolean spans(BigDecimal number) {
        return (domain.minimum() == null || number.compareTo(domain.minimum()) >= 0)
                && (domain.maximum() == null || number.compareTo(domain.maximum()) <= 0);
    }

    boolean isReachable(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return isReachable(asRange(comparison));
        }
        if (condition instanceof Condition.Range range) {
            return domain.type() != Term.Type.NUMBER || isReachable(range);
        }
        if (condition instanceof Condition.OneOf oneOf && oneOf.negated()) {
            return !isEverything(oneOf);
        }
        return true;
    }

    /** What the domain holds, for messages. */
    String inWords() {
        String whole = domain.whole() ? "whole numbers" : "numbers";
        if (domain.minimum() != null && domain.maximum() != null) {
            return whole + " here run from " + WrittenNumber.plain(domain.minimum()) + " to "
                    + WrittenNumber.plain(domain.maximum());
        }
        if (domain.minimum() != null) {
            return whole + " here start at " + WrittenNumber.plain(domain.minimum());
        }
        if (domain.maximum() != null) {
            return whole + " here end at " + WrittenNumber.plain(domain.maximum());
        }
        return "only " + whole + " occur here";
    }

    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static Condition.Range asRange(Condition.Comparison comparison) {
        return switch (comparison.operator()) {
            case LESS -> new Condition.Range(null, false, comparison.bound(), false);
            case AT_MOST -> new Condition.Range(null, false, comparison.bound(), true);
            case AT_LEAST -> new Condition.Range(comparison.bound(), true, null, false);
            case GREATER -> new Condition.Range(comparison.bound(), false, null, false);
        };
    }

    private boolean isReachable(Condition.Range range) {
        if (domain.type() != Term.Type.NUMBER) {
            return true;
        }
        BigDecimal from = (BigDecimal) range.from();
        boolean fromIncluded = range.fromIncluded();
        BigDecimal to = (BigDecimal) range.to();
        boolean toIncluded = range.toIncluded();
        if (domain.minimum() != null && (from == null || domain.minimum().compareTo(from) > 0)) {
            from = domain.minimum();
            fromIncluded = true;
        }
        if (domain.maximum() != null && (to == null || domain.maximum().compareTo(to) < 0)) {
            to = domain.maximum();
            toIncluded = true;
        }
        return holdsSomething(from, fromIncluded, to, toIncluded);
    }

    private boolean holdsSomething(
            @Nullable BigDecimal from, boolean fromIncluded, @Nullable BigDecimal to, boolean toIncluded) {
        if (from == null || to == null) {
            return true;
        }
        if (domain.whole()) {
            BigDecimal first = from.setScale(0, RoundingMode.CEILING);
            if (!fromIncluded && first.compareTo(from) == 0) {
                first = first.add(BigDecimal.ONE);
            }
            int order = first.compareTo(to);
            return order < 0 || (order == 0 && toIncluded);
        }
        int order = from.compareTo(to);
        return order < 0 || (order == 0 && fromIncluded && toIncluded);
    }

    private boolean isEverything(Condition.OneOf excluded) {
        if (domain.type() == Term.Type.BOOLEAN) {
            return excluded.values().size() == 2;
        }
        return !domain.allowed().isEmpty()
                && domain.allowed().stream().allMatch(text -> excluded.values().contains(Names.fold(text)));
    }
}
