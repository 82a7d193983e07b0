package io.barograph.engine.model.parse;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which points of an axis a row admits, by their positions.
 *
 * @param from the first
 * @param to behind the last; not above {@code from} when there is none
 * @param some which of the points in between; null for all of them
 */
record Admission(int from, int to, @Nullable BitSet some) {

    static Admission stretch(int from, int to) {
        return new Admission(from, to, null);
    }

    static Admission of(BitSet points) {
        int from = Math.max(0, points.nextSetBit(0));
        int to = points.length();
        return points.cardinality() == to - from ? stretch(from, to) : new Admission(from, to, points);
    }

    boolean admits(int point) {
        return point >= from && point < to && (some == null || some.get(point));
    }

    boolean isEmpty() {
        return from >= to;
    }

    /** Whether all points in between are admitted. */
    boolean isStretch() {
        return some == null;
    }

    boolean meets(Admission other) {
        int last = Math.min(to, other.to);
        for (int point = Math.max(from, other.from); point < last; point++) {
            if (admits(point) && other.admits(point)) {
                return true;
            }
        }
        return false;
    }

    Admission and(Admission other) {
        if (some == null && other.some == null) {
            return stretch(Math.max(from, other.from), Math.min(to, other.to));
        }
        BitSet both = points();
        both.and(other.points());
        return of(both);
    }

    BitSet points() {
        BitSet points = new BitSet();
        if (some != null) {
            points.or(some);
        } else if (!isEmpty()) {
            points.set(from, to);
        }
        return points;
    }
}
