package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a record is in the log.
 *
 * @param decisionId of a decision's record
 * @param eventId of an event's record
 * @param leaf SHA-256 of 0x00 and the record's bytes, in base64 like the hashes of the proof
 * @param size of the tree that the checkpoint signs
 * @param checkpoint a C2SP signed note
 * @param key the public key that verifies it
 */
record ProofDocument(
        @Nullable UUID decisionId,
        @Nullable UUID eventId,
        long index,
        String leaf,
        long size,
        List<String> proof,
        String checkpoint,
        String key) {

    ProofDocument {
        proof = List.copyOf(proof);
    }

    static ProofDocument of(Proofs.Inclusion inclusion, LogIdentity log) {
        LogEntry entry = inclusion.entry();
        boolean decision = entry.kind() == RecordKind.DECISION;
        return new ProofDocument(
                decision ? entry.id() : null,
                decision ? null : entry.id(),
                entry.index(),
                entry.leaf().base64(),
                inclusion.checkpoint().size(),
                inclusion.path().stream().map(Hash::base64).toList(),
                inclusion.checkpoint().note(),
                log.key().toString());
    }
}
