package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.ConsistencyProof;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proofs that a record is in the log, and that a log is the continuation of an earlier state. */
@Component
class Proofs {

    /** @param path from the leaf up */
    record Inclusion(LogEntry entry, StoredCheckpoint checkpoint, List<Hash> path) {

        /** As a C2SP tlog-proof. */
        String text() {
            String hashes = path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
            return "c2sp.org/tlog-proof@v1\nindex " + entry.index() + "\n" + hashes + "\n" + checkpoint.note();
        }
    }

    private final LogRows rows;
    private final StoredTree stored;
    private final Checkpoints checkpoints;
    private final LogState state;

    Proofs(LogRows rows, StoredTree stored, Checkpoints checkpoints, LogState state) {
        this.rows = rows;
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.state = state;
    }

    /** Of a decision's or event's record, in the tree of the newest checkpoint. */
    Optional<Inclusion> inclusion(UUID recordId) {
        return rows.entry(recordId).map(this::inclusion);
    }

    /** The same, by the record's place. */
    Optional<Inclusion> inclusion(long index) {
        return rows.entry(index).map(this::inclusion);
    }

    private Inclusion inclusion(LogEntry entry) {
        StoredCheckpoint checkpoint = checkpoints.covering(entry.index());
        long size = checkpoint.size();
        InclusionProof proof = InclusionProof.of(stored.of(size), entry.index(), size);
        if (!proof.verifies(entry.leaf(), checkpoint.checkpoint().root())) {
            throw state.damaged(new LogDamagedException("record " + entry.index() + " ("
                    + entry.kind().label() + " "
                    + entry.id() + ") or the tree over it is not what was written: its proof does not lead to the"
                    + " root of the checkpoint of size " + size));
        }
        return new Inclusion(entry, checkpoint, proof.path());
    }

    /** @param to at most the size of the newest checkpoint */
    List<Hash> consistency(long from, long to) {
        return ConsistencyProof.of(stored.of(to), from, to).path();
    }

    Hash root(long size) {
        return stored.of(size).root(size);
    }
}
