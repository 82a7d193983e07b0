package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition as ranges of ranks, both ends included.
 *
 * @param from of the first range
 * @param to of the first range
 * @param others ends of further ranges, one after the other; empty when there is one
 */
@SuppressWarnings("ArrayRecordComponent")
record RankTest(int from, int to, int[] others) {

    private static final int[] NONE = {};

    private record Range(int from, int to) {}

    /** Null for a condition on sets, which no rank can tell. */
    static @Nullable RankTest of(Condition condition, Ranks ranks) {
        List<Range> ranges = new ArrayList<>();
        if (!collect(condition, ranks, ranges)) {
            return null;
        }
        if (ranges.isEmpty()) {
            return new RankTest(1, 0, NONE);
        }
        int[] others = new int[2 * (ranges.size() - 1)];
        for (int i = 1; i < ranges.size(); i++) {
            others[2 * i - 2] = ranges.get(i).from();
            others[2 * i - 1] = ranges.get(i).to();
        }
        return new RankTest(ranges.get(0).from(), ranges.get(0).to(), others);
    }

    private static boolean collect(Condition condition, Ranks ranks, List<Range> ranges) {
        if (condition instanceof Condition.Missing) {
            ranges.add(new Range(Ranks.MISSING, Ranks.MISSING));
        } else if (condition instanceof Condition.Present) {
            ranges.add(new Range(Ranks.LOWEST, ranks.highest()));
        } else if (condition instanceof Condition.Comparison comparison) {
            ranges.add(comparison(comparison, ranks));
        } else if (condition instanceof Condition.Range range) {
            int from =
                    range.from() == null ? Ranks.LOWEST : ranks.ofBound(range.from()) + (range.fromIncluded() ? 0 : 1);
            int to = range.to() == null ? ranks.highest() : ranks.ofBound(range.to()) - (range.toIncluded() ? 0 : 1);
            ranges.add(new Range(from, to));
        } else if (condition instanceof Condition.OneOf oneOf) {
            oneOf(oneOf, ranks, ranges);
        } else if (condition instanceof Condition.Either either) {
            for (Condition option : either.options()) {
                if (!collect(option, ranks, ranges)) {
                    return false;
                }
            }
        } else {
            return false;
        }
        return true;
    }

    private static Range comparison(Condition.Comparison comparison, Ranks ranks) {
        int bound = ranks.ofBound(comparison.bound());
        return switch (comparison.operator()) {
            case LESS -> new Range(Ranks.LOWEST, bound - 1);
            case AT_MOST -> new Range(Ranks.LOWEST, bound);
            case AT_LEAST -> new Range(bound, ranks.highest());
            case GREATER -> new Range(bound + 1, ranks.highest());
        };
    }

    private static void oneOf(Condition.OneOf condition, Ranks ranks, List<Range> ranges) {
        List<Integer> equal = condition.values().stream()
                .map(ranks::ofBound)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (!condition.negated()) {
            equal.forEach(rank -> ranges.add(new Range(rank, rank)));
            return;
        }
        int from = Ranks.LOWEST;
        for (int rank : equal) {
            if (from < rank) {
                ranges.add(new Range(from, rank - 1));
            }
            from = Math.max(from, rank + 1);
        }
        if (from <= ranks.highest()) {
            ranges.add(new Range(from, ranks.highest()));
        }
    }

    boolean holds(int rank) {
        return (rank >= from && rank <= to) || (others.length > 0 && holdsOther(rank));
    }

    private boolean holdsOther(int rank) {
        for (int i = 0; i < others.length; i += 2) {
            if (rank >= others[i] && rank <= others[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** A range of ranks, both ends included. */
    @FunctionalInterface
    interface Each {
        void range(int from, int to);
    }

    void eachRange(Each each) {
        each.range(from, to);
        for (int i = 0; i < others.length; i += 2) {
            each.range(others[i], others[i + 1]);
        }
    }

    /** The greatest rank at which it holds. */
    int highest() {
        int highest = Math.max(to, 0);
        for (int i = 1; i < others.length; i += 2) {
            highest = Math.max(highest, others[i]);
        }
        return highest;
    }

    /** How many ranks there are at most at which it holds. */
    int width() {
        int width = Math.max(0, to - from + 1);
        for (int i = 0; i < others.length; i += 2) {
            width += Math.max(0, others[i + 1] - others[i] + 1);
        }
        return width;
    }
}
