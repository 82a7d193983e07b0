package io.barograph.service.records;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a part of the log, stretch by stretch: short ones first, for a page is mostly full soon, then longer ones, for what
 * is rare. Blocks that are not indexed come one at a time.
 */
final class Walk {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 1024;

    private final RecordQuery.Order order;
    private final long indexedEnd;
    private final long indexed;
    private long low;
    private long high;
    private int blocks = SHORTEST;

    /**
     * @param low first leaf to look at
     * @param high first leaf behind the last one to look at
     * @param indexedEnd first leaf behind the last one to look at among those that are indexed
     * @param indexed first leaf that is not indexed; like the end a multiple of the width of a block
     */
    Walk(RecordQuery.Order order, long low, long high, long indexedEnd, long indexed) {
        this.order = order;
        this.low = low;
        this.high = high;
        this.indexedEnd = indexedEnd;
        this.indexed = indexed;
    }

    /** The next stretch; null after the last. */
    @Nullable Span next() {
        if (order == RecordQuery.Order.NEWEST && high <= indexed) {
            high = Math.min(high, indexedEnd);
        } else if (order == RecordQuery.Order.OLDEST && low >= indexedEnd) {
            low = Math.max(low, indexed);
        }
        if (low >= high) {
            return null;
        }
        return order == RecordQuery.Order.NEWEST ? newest() : oldest();
    }

    private Span newest() {
        Span span = high > indexed
                ? new Span(Math.max(low, startOfBlock(high - 1)), high, false)
                : new Span(Math.max(low, startOfBlock(high - 1) - further()), high, true);
        high = span.from();
        return span;
    }

    private Span oldest() {
        Span span = low >= indexed
                ? new Span(low, Math.min(high, startOfBlock(low) + BlockTerms.WIDTH), false)
                : new Span(
                        low,
                        Math.min(Math.min(high, indexedEnd), startOfBlock(low) + BlockTerms.WIDTH + further()),
                        true);
        low = span.to();
        return span;
    }

    private static long startOfBlock(long leaf) {
        return leaf - leaf % BlockTerms.WIDTH;
    }

    /** Leaves of the blocks of a stretch behind its first one. */
    private long further() {
        int now = blocks;
        blocks = Math.min(blocks * 2, LONGEST);
        return (long) (now - 1) * BlockTerms.WIDTH;
    }
}
