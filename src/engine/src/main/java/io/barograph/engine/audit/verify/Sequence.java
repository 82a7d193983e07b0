package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.Map;
import java.util.TreeMap;

/** The indexes of a file's records, which must run from the first to the last. */
final class Sequence {

    /** How a record continues those before it. */
    enum Step {
        NEXT,
        AFTER_GAP,
        LATE,
        AGAIN
    }

    private static final int MOST_GAPS = 10_000;

    private final Findings findings;
    /** By first missing index, one more than the last. */
    private final TreeMap<Long, Long> gaps = new TreeMap<>();

    private long next;

    Sequence(long from, Findings findings) {
        this.next = from;
        this.findings = findings;
    }

    /** One more than the largest index so far. */
    long next() {
        return next;
    }

    Step step(long index, Place place) {
        if (index == next) {
            next++;
            return Step.NEXT;
        }
        if (index > next) {
            skip(next, index);
            next = index + 1;
            return Step.AFTER_GAP;
        }
        Map.Entry<Long, Long> gap = gaps.floorEntry(index);
        if (gap == null || gap.getValue() <= index) {
            findings.add(Kind.DUPLICATE, Range.of(index), place, "record " + index + " is there again");
            return Step.AGAIN;
        }
        fill(gap.getKey(), gap.getValue(), index);
        findings.add(
                Kind.REORDERED,
                Range.of(index),
                place,
                "record " + index + " stands after record " + (next - 1) + ", not in its own place");
        return Step.LATE;
    }

    private void skip(long from, long to) {
        if (gaps.size() == MOST_GAPS) {
            missing(from, to);
        } else {
            gaps.put(from, to);
        }
    }

    private void fill(long from, long to, long index) {
        gaps.remove(from);
        if (from < index) {
            gaps.put(from, index);
        }
        if (index + 1 < to) {
            gaps.put(index + 1, to);
        }
    }

    /** @param to up to where records should be there, exclusive */
    void end(long to) {
        gaps.forEach(this::missing);
        if (next < to) {
            missing(next, to);
        }
    }

    private void missing(long from, long to) {
        Range range = new Range(from, to);
        findings.add(Kind.MISSING, range, null, range + (range.count() == 1 ? " is missing" : " are missing"));
    }
}
