package io.barograph.engine.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one condition cell asks of a value. A missing value (null) satisfies only {@link Missing}.
 */
public sealed interface Condition {

    /** @param value of the Java type that {@link Term.Type} names, or null when missing */
    boolean matches(@Nullable Object value);

    /** Comparison operators on numbers and dates. */
    enum Operator {
        LESS("<"),
        AT_MOST("<="),
        AT_LEAST(">="),
        GREATER(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Less than, at most, at least, greater than a number or a date. */
    record Comparison(Operator operator, Comparable<?> bound) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            if (value == null) {
                return false;
            }
            int order = compare(value, bound);
            return switch (operator) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
                case GREATER -> order > 0;
            };
        }
    }

    /** A range of numbers or dates; a null end is open. */
    record Range(
            @Nullable Comparable<?> from,
            boolean fromIncluded,
            @Nullable Comparable<?> to,
            boolean toIncluded) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            if (value == null) {
                return false;
            }
            if (from != null) {
                int order = compare(value, from);
                if (order < 0 || (order == 0 && !fromIncluded)) {
                    return false;
                }
            }
            if (to != null) {
                int order = compare(value, to);
                return order < 0 || (order == 0 && toIncluded);
            }
            return true;
        }
    }

    /**
     * Equal to one of some values, or to none of them. A missing value is never equal and never different.
     *
     * @param values canonical BigDecimals, Booleans, folded Strings or LocalDates
     */
    record OneOf(Set<Object> values, boolean negated) implements Condition {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(@Nullable Object value) {
            return value != null && values.contains(comparable(value)) != negated;
        }

        private static Object comparable(Object value) {
            if (value instanceof TextValue text) {
                return text.folded();
            }
            return value instanceof java.math.BigDecimal number
                    ? io.barograph.engine.text.Numbers.canonical(number)
                    : value;
        }
    }

    /** For sets: holds at least one of the folded texts, or (negated) none of them. */
    record Contains(Set<String> texts, boolean negated) implements Condition {
        public Contains {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean matches(@Nullable Object value) {
            return value instanceof SetValue set && holdsAny(set) != negated;
        }

        private boolean holdsAny(SetValue set) {
            for (String text : texts) {
                if (set.folded().contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** No usable value. */
    record Missing() implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            return value == null;
        }
    }

    /** A usable value. */
    record Present() implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            return value != null;
        }
    }

    /** At least one of several. */
    record Either(List<Condition> options) implements Condition {
        public Either {
            options = List.copyOf(options);
        }

        @Override
        public boolean matches(@Nullable Object value) {
            return options.stream().anyMatch(option -> option.matches(value));
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object value, Comparable<?> bound) {
        return ((Comparable<Object>) value).compareTo(bound);
    }
}
