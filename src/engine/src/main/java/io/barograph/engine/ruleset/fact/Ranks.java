package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.TextValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of one cell stand among everything that a model's conditions compare it with: a small whole number that says as much
 * about a value as any of those conditions can ask. Immutable.
 *
 * <p>Rank 0 is a missing value. With bounds b1 &lt; b2 &lt; …, a value below b1 has rank 1, b1 rank 2, one between b1 and b2 rank 3, and so
 * on; texts have rank 1 when no condition mentions them. Every condition on numbers, dates, booleans and texts is then a union of ranges of
 * ranks, see {@link RankTest}.
 */
final class Ranks {

    static final int MISSING = 0;

    /** Of a value that stands below every bound, or is a text that nothing mentions. */
    static final int LOWEST = 1;

    private final List<Object> bounds;
    private final double[] nearBounds;

    /** The way from the lowest bound to the highest in equal steps, and at each how many bounds are on earlier ones. */
    private final int[] steps;

    private final double lowest;
    private final double perUnit;
    private final Map<String, Integer> texts = new HashMap<>();

    private static final int STEPS = 2;

    private Ranks(List<Object> bounds, Collection<String> texts) {
        this.bounds = bounds;
        this.nearBounds = bounds.stream().mapToDouble(Ranks::near).toArray();
        this.steps = new int[STEPS * nearBounds.length + 1];
        this.lowest = nearBounds.length == 0 ? 0 : nearBounds[0];
        double span = nearBounds.length == 0 ? 0 : nearBounds[nearBounds.length - 1] - lowest;
        this.perUnit = span > 0 && span < Double.MAX_VALUE ? (steps.length - 1) / span : 0;
        for (int step = 0, below = 0; step < steps.length; step++) {
            while (below < nearBounds.length && step(nearBounds[below]) < step) {
                below++;
            }
            steps[step] = below;
        }
        texts.forEach(text -> this.texts.put(text, LOWEST + 1 + this.texts.size()));
    }

    /** For a cell that these conditions are about. */
    static Ranks of(Collection<Condition> conditions) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        TreeSet<LocalDate> dates = new TreeSet<>();
        TreeSet<String> texts = new TreeSet<>();
        conditions.forEach(condition -> collect(condition, numbers, dates, texts));
        List<Object> bounds = new ArrayList<>(numbers);
        bounds.addAll(dates);
        return new Ranks(bounds, texts);
    }

    private static void collect(Condition condition, Set<BigDecimal> numbers, Set<LocalDate> dates, Set<String> texts) {
        if (condition instanceof Condition.Comparison comparison) {
            collect(comparison.bound(), numbers, dates, texts);
        } else if (condition instanceof Condition.Range range) {
            collect(range.from(), numbers, dates, texts);
            collect(range.to(), numbers, dates, texts);
        } else if (condition instanceof Condition.OneOf oneOf) {
            oneOf.values().forEach(value -> collect(value, numbers, dates, texts));
        } else if (condition instanceof Condition.Either either) {
            either.options().forEach(option -> collect(option, numbers, dates, texts));
        }
    }

    private static void collect(
            @Nullable Object bound, Set<BigDecimal> numbers, Set<LocalDate> dates, Set<String> texts) {
        if (bound instanceof BigDecimal number) {
            numbers.add(number);
        } else if (bound instanceof LocalDate date) {
            dates.add(date);
        } else if (bound instanceof String text) {
            texts.add(text);
        }
    }

    /** The greatest rank a value can have. */
    int highest() {
        return Math.max(LOWEST + Math.max(2 * bounds.size(), texts.size()), LOWEST + 1);
    }

    /** @param value BigDecimal, LocalDate, Boolean, TextValue or null; of a set only whether it is missing */
    int of(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        if (value instanceof TextValue text) {
            Integer rank = texts.isEmpty() ? null : texts.get(text.folded());
            return rank == null ? LOWEST : rank;
        }
        if (value instanceof Boolean flag) {
            return flag ? LOWEST + 1 : LOWEST;
        }
        return value instanceof BigDecimal || value instanceof LocalDate ? among(value) : LOWEST;
    }

    /**
     * The nearest binary fraction never puts two numbers in the wrong order, but it may put them level; only then are they compared
     * themselves.
     */
    private int among(Object value) {
        double near = near(value);
        int step = step(near);
        int below = steps[step];
        int above = step + 1 < steps.length ? steps[step + 1] : nearBounds.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (nearBounds[middle] < near) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        while (below < nearBounds.length && nearBounds[below] == near) {
            int order = compare(value, bounds.get(below));
            if (order == 0) {
                return LOWEST + 2 * below + 1;
            }
            if (order < 0) {
                break;
            }
            below++;
        }
        return LOWEST + 2 * below;
    }

    /** Never falls as the value rises, so bounds on earlier steps than a value's are below it. */
    private int step(double near) {
        return Math.min(steps.length - 1, Math.max(0, (int) ((near - lowest) * perUnit)));
    }

    /** The rank of what a condition compares with. */
    int ofBound(Object bound) {
        if (bound instanceof String text) {
            Integer rank = texts.get(text);
            return rank == null ? LOWEST : rank;
        }
        return of(bound);
    }

    private static double near(Object value) {
        return value instanceof BigDecimal number ? number.doubleValue() : ((LocalDate) value).toEpochDay();
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object bound) {
        return ((Comparable<Object>) value).compareTo(bound);
    }
}
