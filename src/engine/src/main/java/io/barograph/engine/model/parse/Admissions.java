package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which points of an axis conditions admit, without trying each point where they are in order or are looked for by
 * value. What is found is what {@link Condition#matches} says of every point.
 */
final class Admissions {

    private final List<Axis.Point> points;
    private final Map<Object, Integer> positions = new HashMap<>();
    private boolean distinct = true;

    Admissions(Axis axis) {
        this.points = axis.points();
        for (int i = 0; i < missing(); i++) {
            Object value = points.get(i).value();
            if (value != null && !(value instanceof SetValue)) {
                distinct &= positions.put(comparable(value), i) == null;
            }
        }
    }

    /** Points that meet all of the conditions. */
    Admission of(List<Condition> conditions) {
        Admission all = Admission.stretch(0, points.size());
        for (Condition condition : conditions) {
            all = all.and(of(condition));
        }
        return all;
    }

    /** A missing value stands last. */
    private int missing() {
        return points.size() - 1;
    }

    private Admission of(Condition condition) {
        if (condition instanceof Condition.Range range) {
            int from = range.from() == null ? 0 : firstFrom(range.from(), range.fromIncluded());
            int to = range.to() == null ? missing() : firstFrom(range.to(), !range.toIncluded());
            return Admission.stretch(from, to);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return switch (comparison.operator()) {
                case LESS -> Admission.stretch(0, firstFrom(comparison.bound(), true));
                case AT_MOST -> Admission.stretch(0, firstFrom(comparison.bound(), false));
                case AT_LEAST -> Admission.stretch(firstFrom(comparison.bound(), true), missing());
                case GREATER -> Admission.stretch(firstFrom(comparison.bound(), false), missing());
            };
        }
        if (condition instanceof Condition.OneOf oneOf && distinct) {
            return Admission.of(oneOf(oneOf));
        }
        if (condition instanceof Condition.Either either) {
            BitSet any = new BitSet();
            either.options().forEach(option -> any.or(of(option).points()));
            return Admission.of(any);
        }
        return Admission.of(tried(condition));
    }

    private BitSet oneOf(Condition.OneOf oneOf) {
        BitSet found = new BitSet();
        for (Object value : oneOf.values()) {
            Integer position = positions.get(value);
            if (position != null) {
                found.set(position);
            }
        }
        if (oneOf.negated()) {
            found.flip(0, missing());
        }
        return found;
    }

    private BitSet tried(Condition condition) {
        BitSet found = new BitSet();
        for (int i = 0; i < points.size(); i++) {
            found.set(i, condition.matches(points.get(i).value()));
        }
        return found;
    }

    /** Of ordered points, the first at a bound or above, or (when it does not count itself) above it. */
    private int firstFrom(Comparable<?> bound, boolean included) {
        int low = 0;
        int high = missing();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Reach.compare(value(middle), bound);
            if (order > 0 || (order == 0 && included)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Object value(int position) {
        @Nullable Object value = points.get(position).value();
        if (value == null) {
            throw new IllegalStateException("a missing value stands last, not at " + position);
        }
        return value;
    }

    private static Object comparable(Object value) {
        if (value instanceof TextValue text) {
            return text.folded();
        }
        return value instanceof BigDecimal number ? Numbers.canonical(number) : value;
    }
}
