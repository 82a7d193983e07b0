package io.barograph.engine.audit.export;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of an export of the audit log. {@code docs/audit-log.md} says which lines there are and in what order they
 * stand. Numbers are from 0 to {@link #MAX_NUMBER}.
 */
public sealed interface ExportLine {

    /** The version of the format that {@link Log} names. */
    String FORMAT = "barograph-export/2";

    /** The largest whole number that every reader of JSON reads exactly. */
    long MAX_NUMBER = (1L << 53) - 1;

    /** Writes the line in its one form, with its newline. */
    void writeTo(OutputStream out) throws IOException;

    /** A line about one leaf of the tree. */
    sealed interface Leaf extends ExportLine {

        long index();

        /** The inclusion proof in the tree of the export's size. */
        List<Hash> proof();

        /** The leaf hash. */
        Hash leaf();
    }

    /**
     * What the export is of: records {@code from} (inclusive) to {@code to} (exclusive) of a log that had {@code size}.
     *
     * @param keys the public keys of the log as vkeys, oldest first
     */
    record Log(String origin, long from, long to, long size, List<String> keys) implements ExportLine {

        public Log {
            keys = List.copyOf(keys);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            write(
                    Map.of(
                            "type",
                            "log",
                            "format",
                            FORMAT,
                            "origin",
                            origin,
                            "from",
                            BigDecimal.valueOf(from),
                            "to",
                            BigDecimal.valueOf(to),
                            "size",
                            BigDecimal.valueOf(size),
                            "keys",
                            keys),
                    out);
        }
    }

    /** @param document the canonical bytes of a {@code ModelDocument} */
    @SuppressWarnings("ArrayRecordComponent")
    record Model(byte[] document) implements ExportLine {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(document);
            out.write('\n');
        }
    }

    /** @param key opens the sealed values of one account's records: a secret */
    @SuppressWarnings("ArrayRecordComponent")
    record AccountKey(String keyId, String accountId, byte[] key) implements ExportLine {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            String base64 = Base64.getEncoder().encodeToString(key);
            write(Map.of("type", "key", "key_id", keyId, "account_id", accountId, "key", base64), out);
        }

        @Override
        public String toString() {
            return "key " + keyId;
        }
    }

    /**
     * How the records of a model are to be read by programs that do not know this product.
     *
     * @param document the canonical bytes of a {@code Legend}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Legend(byte[] document) implements ExportLine {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(document);
            out.write('\n');
        }
    }

    /**
     * @param record its bytes as they are in the log
     * @param rendered what a decision's bytes say, in canonical JSON; null for events, which say it themselves, and where it was
     *     left out
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(long index, List<Hash> proof, byte[] record, byte @Nullable [] rendered) implements Leaf {

        public Entry(long index, List<Hash> proof, byte[] record, byte @Nullable [] rendered) {
            this.index = index;
            this.proof = List.copyOf(proof);
            this.record = record;
            this.rendered = rendered;
        }

        public Entry(long index, List<Hash> proof, byte[] record) {
            this(index, proof, record, null);
        }

        @Override
        public Hash leaf() {
            return MerkleHash.leaf(record);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            LeafText.write(index, proof, record, rendered, "record", out);
        }
    }

    /** A record whose bytes retention took away. */
    record Retired(long index, Hash leaf, List<Hash> proof) implements Leaf {

        public Retired {
            proof = List.copyOf(proof);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            LeafText.write(index, leaf, proof, out);
        }
    }

    /** @param note a signed note with a checkpoint in it */
    record Checkpoint(String note) implements ExportLine {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            write(Map.of("type", "checkpoint", "note", note), out);
        }
    }

    /**
     * An event outside of the range that the records in it depend on.
     *
     * @param record its bytes as they are in the log
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Related(long index, List<Hash> proof, byte[] record) implements Leaf {

        public Related {
            proof = List.copyOf(proof);
        }

        @Override
        public Hash leaf() {
            return MerkleHash.leaf(record);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            LeafText.write(index, proof, record, null, "related", out);
        }
    }

    /**
     * The last line.
     *
     * @param records how many lines of {@link Entry} and {@link Retired} there are
     * @param lines how many lines there are in all, this one included
     */
    record End(long records, long lines) implements ExportLine {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            write(
                    Map.of("type", "end", "records", BigDecimal.valueOf(records), "lines", BigDecimal.valueOf(lines)),
                    out);
        }
    }

    private static void write(Map<String, Object> members, OutputStream out) throws IOException {
        out.write(CanonicalJson.bytes(new TreeMap<>(members)));
        out.write('\n');
    }
}
