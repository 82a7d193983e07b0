package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a log and the keys that sign it, as its own events tell them.
 *
 * @param keys oldest first; the last one signs
 */
public record LogIdentity(String origin, List<Signer> keys) {

    /** @param from checkpoints of a larger size than this are signed with the key */
    public record Signer(VerifierKey key, long from) {}

    public LogIdentity {
        keys = List.copyOf(keys);
    }

    /** @return null for a log without a beginning */
    static @Nullable LogIdentity of(List<LogEntry> created, List<LogEntry> changed) {
        if (created.isEmpty()) {
            return null;
        }
        try {
            EventRecord beginning = event(created.get(0));
            List<Signer> keys = new ArrayList<>();
            keys.add(new Signer(VerifierKey.parse(beginning.text("key")), 0));
            for (LogEntry change : changed) {
                keys.add(new Signer(VerifierKey.parse(event(change).text("to")), change.index()));
            }
            return new LogIdentity(beginning.text("origin"), keys);
        } catch (IllegalArgumentException unreadable) {
            throw new LogDamagedException("the records of the log's keys cannot be read: " + unreadable.getMessage());
        }
    }

    private static EventRecord event(LogEntry entry) {
        byte[] bytes = entry.record();
        if (bytes == null) {
            throw new LogDamagedException(
                    "record " + entry.index() + ", an event of the log's keys, has lost its bytes");
        }
        return EventRecord.read(bytes);
    }

    /** The key that signs now. */
    public VerifierKey key() {
        return keys.get(keys.size() - 1).key();
    }

    /** The keys that sign a checkpoint: one, or at the very record that changed the key the old one and the new. */
    public List<VerifierKey> signersOf(long size) {
        List<VerifierKey> signers = new ArrayList<>();
        VerifierKey before = keys.get(0).key();
        for (Signer signer : keys) {
            if (signer.from() < size) {
                signers.clear();
                if (signer.from() == size - 1 && signer.from() > 0) {
                    signers.add(before);
                }
                signers.add(signer.key());
                before = signer.key();
            }
        }
        return signers.isEmpty() ? List.of(before) : List.copyOf(signers);
    }
}
