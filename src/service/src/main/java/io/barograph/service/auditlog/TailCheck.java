package io.barograph.service.auditlog;

import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.merkle.TreeNodes;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Compares the end of the stored log with what was signed: the records with their hashes, the hashes with the tree, the
 * tree with the last checkpoint in the database and the last one that this instance remembers.
 */
@Component
class TailCheck {

    /** Canonical JSON has no blanks, and no text in it can hold a bare quote. */
    private static final Pattern ID = Pattern.compile("\"(?:decision|event)_id\":\"([0-9a-f-]{36})\"");

    private static final int EARLIER_CHECKPOINTS = 10_000;

    private final LogRows rows;
    private final StoredTree stored;
    private final CheckpointRows checkpoints;
    private final LastSigned lastSigned;
    private final LogProperties properties;

    TailCheck(
            LogRows rows,
            StoredTree stored,
            CheckpointRows checkpoints,
            LastSigned lastSigned,
            LogProperties properties) {
        this.rows = rows;
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.lastSigned = lastSigned;
        this.properties = properties;
    }

    /** @throws LogDamagedException naming the first record or range that is not as it was */
    void check(LogIdentity identity) {
        long size = rows.size();
        checkRecords(Math.max(0, size - properties.tail()), size);
        Optional<SignedNote> remembered = lastSigned.read(identity.origin());
        if (remembered.isPresent()) {
            check(remembered.get(), identity, size, "this instance remembers signing");
            requireKept(Checkpoint.parse(remembered.get().text()).size());
        }
        Optional<StoredCheckpoint> latest = checkpoints.latest();
        if (latest.isPresent()) {
            checkPlace(latest.get());
            check(latest.get().signedNote(), identity, size, "the database has");
        }
    }

    private void requireKept(long remembered) {
        if (checkpoints.ofSize(remembered).isEmpty()) {
            throw new LogDamagedException("the checkpoint of size " + remembered
                    + " is gone from the database, but this instance remembers signing it");
        }
    }

    private static void checkPlace(StoredCheckpoint stored) {
        long size = stored.checkpoint().size();
        if (size != stored.size()) {
            throw new LogDamagedException(
                    "the checkpoint of size " + size + " stands in the database as one of size " + stored.size());
        }
    }

    private void checkRecords(long from, long size) {
        RetiredRanges retired = RetiredRanges.of(rows.events(EventRecord.RETENTION));
        TreeNodes tree = stored.of(size);
        Set<Long> events = rows.eventIndexes(from, size);
        long[] next = {from};
        rows.forEach(from, size, entry -> {
            if (entry.index() != next[0]) {
                throw gone(next[0], entry.index());
            }
            next[0]++;
            byte[] bytes = entry.record();
            if (bytes == null
                    ? !retired.contains(entry.index())
                    : !MerkleHash.leaf(bytes).equals(entry.leaf())) {
                throw new LogDamagedException(
                        "record " + entry.index() + " (" + entry.kind().label() + " " + entry.id()
                                + ") is not what was written: its bytes do not give its hash");
            }
            if (bytes != null && !isItsOwn(entry, bytes)) {
                throw new LogDamagedException(
                        "record " + entry.index() + " (" + entry.kind().label() + " " + entry.id()
                                + ") is a copy of another one: it has another id in it");
            }
            if (entry.kind() == RecordKind.EVENT && !events.contains(entry.index())) {
                throw new LogDamagedException(
                        "record " + entry.index() + " (event " + entry.id() + ") is gone from the list of events");
            }
            if (!tree.node(0, entry.index()).equals(entry.leaf())) {
                throw new LogDamagedException(
                        "record " + entry.index() + " (" + entry.kind().label() + " " + entry.id()
                                + ") is not what was written: its hash is not the one in the tree");
            }
        });
        if (next[0] != size) {
            throw gone(next[0], size);
        }
    }

    /** Of a record that names itself, whether it names itself so. */
    private static boolean isItsOwn(LogEntry entry, byte[] record) {
        if (StoredRecord.isDecision(record)) {
            try {
                return StoredRecord.of(record).decisionId().equals(entry.id().toString());
            } catch (IllegalArgumentException namesNothing) {
                return true;
            }
        }
        List<String> ids = ID.matcher(new String(record, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
        return ids.isEmpty() || ids.contains(entry.id().toString());
    }

    private static LogDamagedException gone(long from, long to) {
        return new LogDamagedException(LogDamagedException.gone(from, to));
    }

    private void check(SignedNote note, LogIdentity identity, long size, String who) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException unreadable) {
            throw new LogDamagedException("the last checkpoint cannot be read: " + unreadable.getMessage());
        }
        if (!checkpoint.origin().equals(identity.origin())) {
            throw new LogDamagedException("the last checkpoint is of the log `" + checkpoint.origin()
                    + "`, but the database holds `" + identity.origin() + "`");
        }
        if (checkpoint.size() > size) {
            throw new LogDamagedException("the database holds " + size + " records, but " + who + " a checkpoint of "
                    + checkpoint.size() + ": " + LogDamagedException.gone(size, checkpoint.size())
                    + ", so it was rolled back or cut");
        }
        List<VerifierKey> signers = identity.signersOf(checkpoint.size());
        Verification verification = note.verify(signers);
        if (!verification.valid() || verification.verified().size() < signers.size()) {
            throw new LogDamagedException("the checkpoint of size " + checkpoint.size() + " that " + who
                    + " is not signed with the log's key `" + signers.get(signers.size() - 1) + "`");
        }
        if (!rootOf(checkpoint.size()).equals(checkpoint.root())) {
            throw forked(checkpoint, who);
        }
    }

    private Hash rootOf(long size) {
        return stored.of(size).root(size);
    }

    /** Everything up to the last checkpoint that still fits is as it was. */
    private LogDamagedException forked(Checkpoint wrong, String who) {
        long sound = checkpoints.below(wrong.size(), EARLIER_CHECKPOINTS).stream()
                .filter(earlier -> Objects.equals(
                        rootOf(earlier.size()), earlier.checkpoint().root()))
                .map(StoredCheckpoint::size)
                .findFirst()
                .orElse(0L);
        return new LogDamagedException("records " + sound + " to " + (wrong.size() - 1)
                + " are not all as they were written: they do not give the root of the checkpoint of size "
                + wrong.size()
                + " that " + who);
    }
}
