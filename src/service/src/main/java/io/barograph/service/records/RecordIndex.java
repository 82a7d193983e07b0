package io.barograph.service.records;

import io.barograph.engine.audit.compact.RecordModelSource;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.records.IndexRows.BlockTimes;
import io.barograph.service.records.IndexRows.StoredTerm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tables that records are found by up with the log, by complete blocks and in order. Nobody waits for it, and the log is
 * not locked: of several instances the first to add a block's row does the block, the others find it done.
 */
@Component
class RecordIndex {

    private static final Logger LOG = LoggerFactory.getLogger(RecordIndex.class);

    /**
     * So many blocks at most are added with one commit. A term's rows of blocks that follow each other stand side by side, and their page is written
     * once a commit.
     */
    private static final int BLOCKS_TOGETHER = 16;

    /** What is to be written of a block. */
    private record Indexed(BlockTimes times, Map<Term, BitSet> leaves) {}

    private final LogRows log;
    private final IndexRows index;
    private final RecordModelSource models;
    private final TransactionTemplate transaction;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    /** Ids of the terms stored so far; only what was committed. */
    private final Map<Term, Integer> ids = new HashMap<>();

    private int lastId;

    RecordIndex(
            LogRows log,
            IndexRows index,
            RecordModelSource models,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.log = log;
        this.index = index;
        this.models = models;
        this.transaction = new TransactionTemplate(transactions);
        Gauge.builder("barograph.audit.index.lag", lag, AtomicLong::get)
                .description("Records of the log that are not in the index they are found by")
                .baseUnit("records")
                .register(meters);
    }

    /** Seldom enough for some blocks to be complete when much is decided, and often enough for few records to be looked through meanwhile. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT0.5S")
    void catchUp() {
        try {
            while (!Thread.currentThread().isInterrupted() && addNext()) {
                measure();
            }
            measure();
            if (failing.getAndSet(false)) {
                LOG.info("records are indexed again");
            }
        } catch (DataAccessException | TransactionException failure) {
            if (!failing.getAndSet(true)) {
                LOG.warn(
                        "records cannot be indexed; it is tried again: {}",
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }

    private void measure() {
        lag.set(log.size() - index.blocks() * BlockTerms.WIDTH);
    }

    /**
     * Indexes the next blocks.
     *
     * @return false when there is no complete one
     */
    private synchronized boolean addNext() {
        long first = index.blocks();
        int most = failing.get()
                ? 1
                : BLOCKS_TOGETHER; // what took too long together must not be tried in the same way for ever
        long end = Math.min(log.size() / BlockTerms.WIDTH, first + most);
        List<Indexed> blocks = new ArrayList<>();
        for (long block = first; block < end; block++) {
            List<LogEntry> entries = log.entries(block * BlockTerms.WIDTH, (block + 1) * BlockTerms.WIDTH);
            if (entries.isEmpty()) {
                break;
            }
            BlockTerms terms = new BlockTerms(block, models);
            entries.forEach(terms::add);
            blocks.add(new Indexed(times(block, entries), terms.leaves()));
        }
        if (blocks.isEmpty()) {
            return false;
        }
        try {
            learn(index.termsAbove(lastId));
            List<StoredTerm> added = new ArrayList<>();
            transaction.executeWithoutResult(status -> add(blocks, added));
            learn(added);
        } catch (DuplicateKeyException doneByAnother) {
            LOG.debug("block {} was indexed by another instance", first);
        }
        return true;
    }

    private void add(List<Indexed> blocks, List<StoredTerm> added) {
        Map<Term, Integer> found = new HashMap<>();
        for (Indexed block : blocks) {
            index.add(block.times());
            Map<Integer, BitSet> leaves = new TreeMap<>();
            block.leaves().forEach((term, bits) -> leaves.put(id(term, found, added), bits));
            index.addLeaves(block.times().block(), leaves);
        }
        index.addTerms(added);
    }

    /** @param found ids of terms that are not stored yet */
    private int id(Term term, Map<Term, Integer> found, List<StoredTerm> added) {
        Integer stored = ids.get(term);
        if (stored != null) {
            return stored;
        }
        return found.computeIfAbsent(term, unseen -> {
            int id = lastId + added.size() + 1;
            added.add(new StoredTerm(id, term));
            return id;
        });
    }

    private void learn(List<StoredTerm> terms) {
        for (StoredTerm stored : terms) {
            ids.put(stored.term(), stored.id());
            lastId = stored.id();
        }
    }

    private static BlockTimes times(long block, List<LogEntry> entries) {
        Instant earliest = entries.get(0).recordedAt();
        Instant latest = earliest;
        for (LogEntry entry : entries) {
            earliest = entry.recordedAt().isBefore(earliest) ? entry.recordedAt() : earliest;
            latest = entry.recordedAt().isAfter(latest) ? entry.recordedAt() : latest;
        }
        return new BlockTimes(block, earliest, latest);
    }
}
