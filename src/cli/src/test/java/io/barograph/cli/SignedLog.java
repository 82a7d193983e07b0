package io.barograph.cli;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ExportWriter;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.merkle.TreeNodes;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A small log of events, signed with a key of its own. */
final class SignedLog {

    static final String ORIGIN = "log.example/health";

    private final SigningKey key = newKey();
    private final List<byte[]> records = new ArrayList<>();

    SignedLog() {
        add(
                EventRecord.LOG_CREATED,
                Map.of("origin", ORIGIN, "key", key.verifierKey().toString()));
    }

    static SigningKey newKey() {
        try {
            return SigningKey.of(ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    SigningKey key() {
        return key;
    }

    int size() {
        return records.size();
    }

    void add(String event, Map<String, Object> details) {
        records.add(new EventRecord(new UUID(1, records.size()), event, Instant.EPOCH, "tester", new TreeMap<>(details))
                .canonicalBytes());
    }

    private Hash node(int level, long index) {
        return level == 0
                ? MerkleHash.leaf(records.get((int) index))
                : MerkleHash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    /** Its checkpoint of a size. */
    String signed(long size) {
        TreeNodes nodes = this::node;
        return SignedNote.sign(new Checkpoint(ORIGIN, size, nodes.root(size)).text(), List.of(key))
                .toString();
    }

    byte[] exported(long from, long to, long size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> keys = List.of(key.verifierKey().toString());
        ExportWriter writer = new ExportWriter(
                out, new ExportLine.Log(ORIGIN, from, to, size, keys), new ExportLine.Checkpoint(signed(size)));
        for (long i = from; i < to; i++) {
            writer.write(new ExportLine.Entry(i, proof(i, size), records.get((int) i)));
        }
        if (from > 0) {
            writer.write(new ExportLine.Related(0, proof(0, size), records.get(0)));
        }
        writer.end();
        return out.toByteArray();
    }

    private List<Hash> proof(long index, long size) {
        return InclusionProof.of(this::node, index, size).path();
    }
}
