package io.barograph.engine.audit.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of records, kept as ranges, of which there may be {@link #MOST}. */
final class Ranges {

    static final int MOST = 1_000_000;

    private final List<Range> ranges = new ArrayList<>();

    void add(long index) {
        add(index, index + 1);
    }

    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        int last = ranges.size() - 1;
        if (last >= 0 && touches(ranges.get(last), from, to)) {
            Range range = ranges.get(last);
            ranges.set(last, new Range(Math.min(range.from(), from), Math.max(range.to(), to)));
        } else if (ranges.size() < MOST) {
            ranges.add(new Range(from, to));
        } else {
            throw new BeyondLimitException(
                    "there are more than " + MOST + " separate ranges of records to keep in mind");
        }
    }

    private static boolean touches(Range range, long from, long to) {
        return from <= range.to() && to >= range.from();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Sorted; no two of them touch. */
    List<Range> list() {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::from));
        List<Range> joined = new ArrayList<>();
        for (Range range : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && touches(joined.get(last), range.from(), range.to())) {
                joined.set(
                        last,
                        new Range(
                                joined.get(last).from(),
                                Math.max(joined.get(last).to(), range.to())));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** What is in this set and not in the other. */
    List<Range> without(Ranges other) {
        List<Range> left = new ArrayList<>();
        List<Range> taken = other.list();
        int next = 0;
        for (Range range : list()) {
            long from = range.from();
            while (next < taken.size() && taken.get(next).to() <= from) {
                next++;
            }
            for (int i = next; i < taken.size() && taken.get(i).from() < range.to(); i++) {
                if (from < taken.get(i).from()) {
                    left.add(new Range(from, taken.get(i).from()));
                }
                from = Math.max(from, taken.get(i).to());
            }
            if (from < range.to()) {
                left.add(new Range(from, range.to()));
            }
        }
        return left;
    }
}
