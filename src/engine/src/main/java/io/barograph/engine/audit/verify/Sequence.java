package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The indexes of a file's records, which must run from the first to the last. */
final class Sequence {

    /** How a record continues those before it. */
    enum Step {
        NEXT,
        AFTER_GAP,
        LATE,
        AGAIN
    }

    /** A record that stands before others it should follow, or one after others that are missing. */
    private static final class Early {

        final long index;
        final Place place;
        long followedBy = -1;

        Early(long index, Place place) {
            this.index = index;
            this.place = place;
        }
    }

    private static final int MOST_GAPS = 10_000;

    private final Findings findings;
    /** By first missing index, one more than the last. */
    private final TreeMap<Long, Long> gaps = new TreeMap<>();

    private long next;
    private @Nullable Early early;

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
            early = new Early(index, place);
            return Step.AFTER_GAP;
        }
        Map.Entry<Long, Long> gap = gaps.floorEntry(index);
        if (gap == null || gap.getValue() <= index) {
            findings.add(Kind.DUPLICATE, Range.of(index), place, "record " + index + " is there again");
            return Step.AGAIN;
        }
        fill(gap.getKey(), gap.getValue(), index);
        late(index, place);
        return Step.LATE;
    }

    /** One that comes right after a single early one, in line with others that do, is where it should be: the early one is not. */
    private void late(long index, Place place) {
        if (early == null || next != early.index + 1 || index < early.followedBy) {
            reordered(index, place, "after record " + (next - 1));
            return;
        }
        if (early.followedBy < 0) {
            reordered(early.index, early.place, "before record " + index);
        }
        early.followedBy = index;
    }

    private void reordered(long index, Place place, String where) {
        findings.add(
                Kind.REORDERED,
                Range.of(index),
                place,
                "record " + index + " stands " + where + ", not in its own place");
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
