package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one term that a group of conditions can tell apart: every boundary, one value between each two and
 * beyond the last, every text, and {@code null} for a missing value. What holds for these holds for all.
 *
 * @param points in order, the missing value last
 * @param complete whether the points stand for every value; sets of many texts have too many
 */
record Axis(Term term, List<Point> points, boolean complete) {

    /** How many texts of a set are combined freely; beyond, only none, each alone and all together. */
    private static final int FREE_TEXTS = 8;

    /**
     * @param value stands for all values of the stretch; null for a missing one
     * @param from boundary the stretch starts at, null when open
     * @param to boundary it ends at, null when open; equal to {@code from} for a single value
     */
    record Point(
            @Nullable Object value,
            @Nullable Object from,
            @Nullable Object to) {
        boolean isMissing() {
            return value == null;
        }

        boolean isSingle() {
            return from != null && from.equals(to);
        }
    }

    Axis {
        points = List.copyOf(points);
    }

    static Axis of(Term term, Domain domain, List<Condition> conditions) {
        List<Point> points = switch (domain.type()) {
            case NUMBER -> numbers(domain, boundaries(conditions));
            case DATE -> dates(boundaries(conditions));
            case BOOLEAN -> List.of(single(true), single(false));
            case TEXT -> texts(domain, conditions);
            case SET -> sets(conditions);
        };
        List<Point> all = new ArrayList<>(points);
        all.add(new Point(null, null, null));
        boolean complete =
                domain.type() != Term.Type.SET || boundaries(conditions).size() <= FREE_TEXTS;
        return new Axis(term, all, complete);
    }

    private static Point single(Object value) {
        return new Point(value, value, value);
    }

    private static List<Point> numbers(Domain domain, Set<Object> boundaries) {
        TreeSet<BigDecimal> stops = new TreeSet<>();
        boundaries.stream()
                .map(BigDecimal.class::cast)
                .filter(new Reach(domain)::spans)
                .forEach(stops::add);
        if (domain.minimum() != null) {
            stops.add(domain.minimum());
        }
        if (domain.maximum() != null) {
            stops.add(domain.maximum());
        }
        if (stops.isEmpty()) {
            return List.of(new Point(BigDecimal.ZERO, null, null));
        }
        List<Point> points = new ArrayList<>();
        if (domain.minimum() == null) {
            points.add(new Point(stops.first().subtract(BigDecimal.ONE), null, stops.first()));
        }
        BigDecimal previous = null;
        for (BigDecimal stop : stops) {
            if (previous != null) {
                BigDecimal middle = previous.add(stop).divide(BigDecimal.valueOf(2));
                points.add(new Point(middle, previous, stop));
            }
            points.add(single(stop));
            previous = stop;
        }
        if (domain.maximum() == null) {
            points.add(new Point(stops.last().add(BigDecimal.ONE), stops.last(), null));
        }
        return points;
    }

    private static List<Point> dates(Set<Object> boundaries) {
        TreeSet<LocalDate> stops = new TreeSet<>();
        boundaries.stream().map(LocalDate.class::cast).forEach(stops::add);
        if (stops.isEmpty()) {
            return List.of(new Point(LocalDate.EPOCH, null, null));
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(stops.first().minusDays(1), null, stops.first()));
        LocalDate previous = null;
        for (LocalDate stop : stops) {
            if (previous != null && previous.plusDays(1).isBefore(stop)) {
                points.add(new Point(previous.plusDays(1), previous, stop));
            }
            points.add(single(stop));
            previous = stop;
        }
        points.add(new Point(stops.last().plusDays(1), stops.last(), null));
        return points;
    }

    private static List<Point> texts(Domain domain, List<Condition> conditions) {
        List<Point> points = new ArrayList<>();
        if (!domain.allowed().isEmpty()) {
            domain.allowed().forEach(text -> points.add(single(TextValue.of(text))));
            return points;
        }
        boundaries(conditions).forEach(text -> points.add(single(TextValue.of((String) text))));
        points.add(new Point(TextValue.of("\uFFFF"), null, null));
        return points;
    }

    private static List<Point> sets(List<Condition> conditions) {
        List<String> texts =
                boundaries(conditions).stream().map(String.class::cast).toList();
        Set<Set<String>> sets = new LinkedHashSet<>();
        sets.add(Set.of());
        for (String text : texts) {
            sets.add(Set.of(text));
        }
        if (texts.size() <= FREE_TEXTS) {
            for (int chosen = 0; chosen < 1 << texts.size(); chosen++) {
                Set<String> some = new LinkedHashSet<>();
                for (int i = 0; i < texts.size(); i++) {
                    if ((chosen & 1 << i) != 0) {
                        some.add(texts.get(i));
                    }
                }
                sets.add(Set.copyOf(some));
            }
        }
        sets.add(Set.copyOf(texts));
        return sets.stream()
                .map(set -> single(SetValue.of(set.stream().map(TextValue::of).toList())))
                .toList();
    }

    /** The values that conditions name. */
    private static Set<Object> boundaries(List<Condition> conditions) {
        Set<Object> found = new LinkedHashSet<>();
        conditions.forEach(condition -> collect(condition, found));
        return found;
    }

    private static void collect(Condition condition, Set<Object> found) {
        if (condition instanceof Condition.Comparison comparison) {
            found.add(comparison.bound());
        } else if (condition instanceof Condition.Range range) {
            add(range.from(), found);
            add(range.to(), found);
        } else if (condition instanceof Condition.OneOf oneOf) {
            found.addAll(new TreeSet<>(oneOf.values()));
        } else if (condition instanceof Condition.Contains contains) {
            found.addAll(new TreeSet<>(contains.texts()));
        } else if (condition instanceof Condition.Either either) {
            either.options().forEach(option -> collect(option, found));
        }
    }

    private static void add(@Nullable Object bound, Set<Object> found) {
        if (bound != null) {
            found.add(bound);
        }
    }

    /** Neighbouring points in words: {@code from 50 to under 60}; texts one by one. */
    static String inWords(List<Point> run) {
        Point first = run.get(0);
        Point last = run.get(run.size() - 1);
        if (first.isMissing()) {
            return "when it is missing";
        }
        if (!(first.value() instanceof BigDecimal || first.value() instanceof LocalDate)) {
            return Wording.either(run.stream().map(Axis::text).toList());
        }
        if (run.size() == 1 && first.isSingle()) {
            return "at " + text(first);
        }
        String from =
                first.from() == null ? "" : (first.isSingle() ? "from " : "over ") + WrittenValue.of(first.from());
        String to = last.to() == null ? "" : (last.isSingle() ? "to " : "to under ") + WrittenValue.of(last.to());
        if (from.isEmpty() && to.isEmpty()) {
            return "at all";
        }
        if (to.isEmpty()) {
            return first.isSingle() ? from + " on" : from;
        }
        return from.isEmpty() ? (last.isSingle() ? "up " + to : to.substring("to ".length())) : from + " " + to;
    }

    private static String text(Point point) {
        if (point.value() instanceof TextValue text) {
            return point.isSingle() ? text.shown() : "any other text";
        }
        return point.value() == null ? "missing" : WrittenValue.of(point.value());
    }

    /** A point as part of a sentence: {@code Lifecycle stage is renewal}. */
    static String inWords(Axis axis, Point point) {
        String name = axis.term().field() == null
                ? axis.term().key()
                : axis.term().field().label();
        if (point.isMissing()) {
            return Wording.quoted(name) + " is missing";
        }
        boolean text = point.value() instanceof TextValue || point.value() instanceof Boolean;
        return Wording.quoted(name)
                + (text ? " is " + Wording.quoted(text(point)) : " lies " + inWords(List.of(point)));
    }
}
