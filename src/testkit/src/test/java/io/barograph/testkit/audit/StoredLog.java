package io.barograph.testkit.audit;

import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.merkle.TreeNodes;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A log as a database holds it, for whoever may write there to change: records, hashes of the tree, checkpoints. */
final class StoredLog {

    static final String ORIGIN = "log.example/health";

    /** One row: its bytes are gone once it is retired. */
    static final class Row {

        byte @Nullable [] record;
        Hash leaf;

        Row(byte[] record) {
            this.record = record;
            this.leaf = MerkleHash.leaf(record);
        }

        private Row(Row other) {
            this.record = other.record;
            this.leaf = other.leaf;
        }
    }

    private record Node(int level, long index) {}

    final List<Row> rows = new ArrayList<>();
    final TreeMap<Long, String> checkpoints = new TreeMap<>();
    final List<String> keys = new ArrayList<>();
    private final Map<Node, Hash> nodes = new HashMap<>();

    StoredLog() {}

    StoredLog copy() {
        StoredLog copy = new StoredLog();
        rows.forEach(row -> copy.rows.add(new Row(row)));
        copy.checkpoints.putAll(checkpoints);
        copy.keys.addAll(keys);
        copy.nodes.putAll(nodes);
        return copy;
    }

    int size() {
        return rows.size();
    }

    void append(byte[] record) {
        rows.add(new Row(record));
        rehash(rows.size() - 1);
    }

    /** Works out anew all hashes of the tree that depend on a row, from its leaf hash up. */
    void rehash(long index) {
        nodes.put(new Node(0, index), rows.get((int) index).leaf);
        int level = 0;
        for (long node = index; (node & 1) == 1 || nodes.containsKey(new Node(level, node + 1)); node >>= 1, level++) {
            Hash left = node(level, node & ~1L);
            Hash right = node(level, node | 1L);
            nodes.put(new Node(level + 1, node >> 1), MerkleHash.node(left, right));
        }
    }

    /** Works out the whole tree anew, from the records. */
    void rebuild() {
        nodes.clear();
        for (int i = 0; i < rows.size(); i++) {
            byte[] record = rows.get(i).record;
            if (record != null) {
                rows.get(i).leaf = MerkleHash.leaf(record);
            }
            rehash(i);
        }
    }

    void putNode(int level, long index, Hash hash) {
        nodes.put(new Node(level, index), hash);
    }

    Hash node(int level, long index) {
        Hash hash = nodes.get(new Node(level, index));
        if (hash == null) {
            throw new IllegalStateException("no node " + level + "/" + index);
        }
        return hash;
    }

    TreeNodes tree() {
        return this::node;
    }

    Hash root(long size) {
        return Frontier.of(tree(), size).root();
    }

    void sign(long size, List<SigningKey> signers) {
        String text = new Checkpoint(ORIGIN, size, root(size)).text();
        checkpoints.put(size, SignedNote.sign(text, signers).toString());
    }
}
