package io.barograph.engine.audit.verify;

/**
 * Records of the log that stand one after another.
 *
 * @param from the first
 * @param to one more than the last
 */
public record Range(long from, long to) {

    public Range {
        if (from < 0 || from >= to) {
            throw new IllegalArgumentException("a range must hold a record, but is " + from + " to " + to);
        }
    }

    static Range of(long index) {
        return new Range(index, index + 1);
    }

    public long count() {
        return to - from;
    }

    public boolean contains(long index) {
        return from <= index && index < to;
    }

    /** For people: {@code record 5} or {@code records 5 to 9}, the last included. */
    @Override
    public String toString() {
        return count() == 1 ? "record " + from : "records " + from + " to " + (to - 1);
    }
}
