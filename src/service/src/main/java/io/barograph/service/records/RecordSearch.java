package io.barograph.service.records;

import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.records.IndexRows.BlockTimes;
import io.barograph.service.records.IndexRows.Blocks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds records. Each filter says for a stretch of the log which leaves pass; what passes all of them is looked up, stretch after stretch,
 * until there are enough. So the time a page takes grows neither with how deep it lies nor with how many records pass.
 */
@Component
class RecordSearch {

    /**
     * @param reached the last leaf that was looked at when it was given up; null when a page is full or nothing is left
     */
    record Found(List<RecordRow> rows, @Nullable Long reached) {
        Found {
            rows = List.copyOf(rows);
        }
    }

    /** Blocks that are not indexed and may be read for one page. */
    static final int FRESH_BLOCKS = 16;

    private static final int ROWS_TOGETHER = 256;

    private final AuditLog log;
    private final IndexRows index;
    private final FreshTerms fresh;
    private final RecordRows rows;

    RecordSearch(AuditLog log, IndexRows index, FreshTerms fresh, RecordRows rows) {
        this.log = log;
        this.index = index;
        this.fresh = fresh;
        this.rows = rows;
    }

    /**
     * Some records, fewer than wanted when that would mean to read very many that are not indexed yet.
     *
     * @param after the leaf after which to start; null for the beginning
     */
    Found page(RecordQuery query, @Nullable Long after, int most) {
        List<RecordRow> found = new ArrayList<>();
        Long reached = new Run(query, after, FRESH_BLOCKS).hand(most, row -> found.add(row));
        return new Found(found, reached);
    }

    /** All records there are at the moment, part by part, so that memory does not grow with their number. */
    void forEach(RecordQuery query, int most, Predicate<RecordRow> taker) {
        new Run(query, null, Integer.MAX_VALUE).hand(most, taker);
    }

    /** One question, over the log as it is at its beginning. */
    private final class Run {

        private final RecordQuery query;
        private final Map<Wanted, List<Integer>> terms = new HashMap<>();
        private final Walk walk;
        private final long firstDecision;
        private int freshBlocks;

        Run(RecordQuery query, @Nullable Long after, int freshBlocks) {
            this.query = query;
            this.freshBlocks = freshBlocks;
            long size = log.size();
            long indexed = Math.min(index.blocks() * BlockTerms.WIDTH, size);
            firstDecision = query.asksForContent() ? index.firstDecision() : 0;
            query.terms().forEach(wanted -> terms.put(wanted, index.terms(wanted)));
            long low = 0;
            long high = size;
            if (after != null && query.order() == RecordQuery.Order.NEWEST) {
                high = Math.min(size, after);
            } else if (after != null) {
                low = after + 1;
            }
            walk = walk(low, high, indexed);
        }

        /** Leaves out what lies before or behind the times, as far as that is indexed. */
        private Walk walk(long low, long high, long indexed) {
            if (!query.timed()) {
                return new Walk(query.order(), low, high, indexed, indexed);
            }
            Blocks within = index.blocksWithin(query.from(), query.to())
                    .orElse(new Blocks(indexed / BlockTerms.WIDTH, indexed / BlockTerms.WIDTH));
            return new Walk(
                    query.order(),
                    Math.max(low, Math.min(indexed, within.first() * BlockTerms.WIDTH)),
                    high,
                    Math.min(indexed, within.end() * BlockTerms.WIDTH),
                    indexed);
        }

        @Nullable Long hand(int most, Predicate<RecordRow> taker) {
            int left = most;
            Span span = walk.next();
            while (span != null) {
                if (!span.indexed() && needsReading() && freshBlocks-- == 0) {
                    return query.order() == RecordQuery.Order.NEWEST ? span.to() : Long.valueOf(span.from() - 1);
                }
                left = hand(span, passing(span), left, taker);
                if (left == 0) {
                    return null;
                }
                span = walk.next();
            }
            return null;
        }

        private boolean needsReading() {
            return !query.terms().isEmpty();
        }

        /** @return how many more are wanted */
        private int hand(Span span, BitSet passing, int most, Predicate<RecordRow> taker) {
            int left = most;
            List<Long> leaves = new ArrayList<>();
            int bit = first(passing);
            while (bit >= 0 && left > 0) {
                leaves.clear();
                for (; bit >= 0 && leaves.size() < Math.min(left, ROWS_TOGETHER); bit = next(passing, bit)) {
                    leaves.add(span.base() + bit);
                }
                for (RecordRow row : rows.of(leaves, query.asksForContent(), query.order())) {
                    if (!taker.test(row)) {
                        return 0;
                    }
                    left--;
                }
            }
            return left;
        }

        /** The first bit in the order asked for; -1 when there is none. */
        private int first(BitSet bits) {
            return query.order() == RecordQuery.Order.NEWEST ? bits.length() - 1 : bits.nextSetBit(0);
        }

        private int next(BitSet bits, int bit) {
            return query.order() == RecordQuery.Order.NEWEST ? bits.previousSetBit(bit - 1) : bits.nextSetBit(bit + 1);
        }

        private BitSet passing(Span span) {
            BitSet passing = span.all();
            if (query.timed()) {
                passing.and(inTime(span));
            }
            if (span.from() < firstDecision) {
                passing.and(kept(span));
            }
            for (Wanted wanted : query.terms()) {
                if (passing.isEmpty()) {
                    return passing;
                }
                passing.and(
                        span.indexed()
                                ? index.leaves(Objects.requireNonNull(terms.get(wanted)), span, passing)
                                : fresh.leaves(wanted, span));
            }
            if (query.account() != null && !passing.isEmpty()) {
                passing.and(index.leavesOf(query.account(), span));
            }
            return passing;
        }

        /** Before the first decision that retention left there are only events. */
        private BitSet kept(Span span) {
            BitSet leaves = index.events(span);
            if (firstDecision < span.to()) {
                leaves.set((int) (firstDecision - span.base()), (int) (span.to() - span.base()));
            }
            return leaves;
        }

        private BitSet inTime(Span span) {
            BitSet leaves = span.none();
            if (!span.indexed()) {
                span.add(leaves, span.firstBlock(), index.leavesWithin(span.firstBlock(), query.from(), query.to()));
                return leaves;
            }
            for (BlockTimes times : index.times(span)) {
                if (within(times)) {
                    int offset = (int) ((times.block() - span.firstBlock()) * BlockTerms.WIDTH);
                    leaves.set(offset, offset + BlockTerms.WIDTH);
                } else if (touches(times)) {
                    span.add(leaves, times.block(), index.leavesWithin(times.block(), query.from(), query.to()));
                }
            }
            return leaves;
        }

        private boolean within(BlockTimes times) {
            return (query.from() == null || !times.earliest().isBefore(query.from()))
                    && (query.to() == null || times.latest().isBefore(query.to()));
        }

        private boolean touches(BlockTimes times) {
            return (query.from() == null || !times.latest().isBefore(query.from()))
                    && (query.to() == null || times.earliest().isBefore(query.to()));
        }
    }
}
