package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds records to the log, one sequencer at a time: whoever holds the log's lock in the database. The lock goes with its
 * transaction, so another instance takes over when one dies.
 */
@Component
public class AuditLog {

    /** What this instance saw of the log last: its tree, and its last leaf. */
    private record Head(Frontier tree, Hash last) {

        static final Head OF_NOTHING = new Head(Frontier.EMPTY, MerkleHash.empty());

        long size() {
            return tree.size();
        }

        Head with(Hash leaf) {
            return new Head(tree.append(leaf), leaf);
        }
    }

    /** @param event the latest of retention, by its place in the log */
    private record Retired(long event, long below) {}

    private static final int CATCH_UP = 4096;

    private final LogRows rows;
    private final StoredTree stored;
    private final LogState state;
    private volatile Retired retired = new Retired(LogRows.NONE, 0);
    private volatile Head known = Head.OF_NOTHING;

    AuditLog(LogRows rows, StoredTree stored, LogState state) {
        this.rows = rows;
        this.stored = stored;
        this.state = state;
    }

    /**
     * Gives records their places and keeps them; they are in the log once the transaction at hand commits. Nobody else
     * adds to the log from here until then.
     *
     * @return the index of the first; the others follow it
     * @throws IllegalStateException when there is no transaction
     * @throws LogDamagedException when the log is not the one this instance knew
     */
    public long append(List<NewRecord> records) {
        Head before = lock();
        List<Hash> leaves =
                records.stream().map(added -> MerkleHash.leaf(added.bytes())).toList();
        rows.add(before.size(), records, leaves);
        Head after = before;
        for (Hash leaf : leaves) {
            after = after.with(leaf);
        }
        completeTiles(before.size(), after.size());
        knowOnceCommitted(after);
        return before.size();
    }

    /** Becomes the sequencer until the transaction at hand ends, and tells the tree as it stands. */
    public Frontier sequence() {
        Head head = lock();
        knowOnceCommitted(head);
        return head.tree();
    }

    /** How many records the log has. */
    public long size() {
        return rows.size();
    }

    /**
     * Everything below this index was taken away by retention, or is about to be; 0 when it never ran. For whoever adds to the log it stays
     * so until the transaction at hand ends.
     */
    public long retired() {
        long latest = rows.latestEvent(EventRecord.RETENTION);
        Retired last = retired;
        if (last.event() != latest) {
            last = new Retired(
                    latest, RetiredRanges.of(rows.events(EventRecord.RETENTION)).end());
            retired = last;
        }
        return last.below();
    }

    /** Whether the log has a record of that id, be its bytes still there or not. */
    public boolean holds(UUID recordId) {
        return rows.entry(recordId).isPresent();
    }

    private Head lock() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("records are added in a transaction");
        }
        state.requireSound();
        rows.lock();
        try {
            return caughtUp();
        } catch (LogDamagedException damage) {
            throw state.damaged(damage);
        }
    }

    /** Other instances may have added records since; taken away they can have none. */
    private Head caughtUp() {
        Head head = known;
        Optional<LogRows.Leaf> end = rows.last();
        long size = end.map(leaf -> leaf.index() + 1).orElse(0L);
        if (size == head.size()
                && end.map(LogRows.Leaf::hash).orElse(head.last()).equals(head.last())) {
            return head;
        }
        if (size < head.size()) {
            throw new LogDamagedException("the database holds " + size + " records, but " + head.size()
                    + " were written: " + LogDamagedException.gone(size, head.size()));
        }
        if (head.size() > 0) {
            List<Hash> last = rows.leaves(head.size() - 1, head.size());
            if (!last.equals(List.of(head.last()))) {
                throw new LogDamagedException(
                        "record " + (head.size() - 1) + " of the database is another one than was written");
            }
        }
        if (head.size() == 0 && size > CATCH_UP) {
            head = new Head(
                    Frontier.of(stored.of(size), size),
                    rows.leaves(size - 1, size).get(0));
        }
        while (head.size() < size) {
            List<Hash> leaves = rows.leaves(head.size(), Math.min(size, head.size() + CATCH_UP));
            if (leaves.isEmpty()) {
                throw new LogDamagedException("the database lacks record " + head.size());
            }
            for (Hash leaf : leaves) {
                head = head.with(leaf);
            }
        }
        if (head.size() > size) {
            throw new LogDamagedException("the database lacks records below " + size);
        }
        return head;
    }

    private void completeTiles(long before, long after) {
        int width = StoredTree.TILE_WIDTH;
        for (long tile = before / width; tile < after / width; tile++) {
            complete(0, tile, rows.leaves(tile * width, (tile + 1) * width));
        }
    }

    /** Keeps a tile, and the one above it when that is complete by this. */
    private void complete(int level, long tile, List<Hash> hashes) {
        int width = StoredTree.TILE_WIDTH;
        if (hashes.size() != width) {
            throw state.damaged(new LogDamagedException(
                    "the log lacks hashes of its tree at level " + level * StoredTree.TILE_LEVELS + " between "
                            + tile * width + " and " + ((tile + 1) * width - 1)));
        }
        Frontier subtree = Frontier.EMPTY;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(width * Hash.LENGTH);
        for (Hash hash : hashes) {
            subtree = subtree.append(hash);
            bytes.writeBytes(hash.bytes());
        }
        rows.addTile(level, tile, subtree.root(), bytes.toByteArray());
        if ((tile + 1) % width == 0) {
            long above = tile / width;
            complete(level + 1, above, rows.tileRoots(level, above * width, (above + 1) * width));
        }
    }

    private void knowOnceCommitted(Head head) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                know(head);
            }
        });
    }

    private synchronized void know(Head head) {
        if (head.size() > known.size()) {
            known = head;
        }
    }
}
