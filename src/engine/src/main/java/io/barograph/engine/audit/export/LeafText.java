package io.barograph.engine.audit.export;

import io.barograph.engine.audit.merkle.Hash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines about leaves, which are most of an export by far: they are written and read without a tree of JSON, and a
 * record's bytes are taken as they stand.
 *
 * <pre>{@code {"index":5,"proof":["…",…],"record":{…},"type":"record"}
 * {"index":6,"proof":["…",…],"record":"<base64>","rendered":{…},"type":"record"}
 * {"index":5,"leaf":"…","proof":["…",…],"type":"retired"}}</pre>
 */
final class LeafText {

    static final byte[] START = bytes("{\"index\":");

    private static final byte[] LEAF = bytes(",\"leaf\":");
    private static final byte[] PROOF = bytes(",\"proof\":[");
    private static final byte[] RECORD = bytes("],\"record\":");
    private static final byte[] RENDERED = bytes(",\"rendered\":");
    private static final byte[] RECORD_END = bytes(",\"type\":\"record\"}");
    private static final byte[] RELATED_END = bytes(",\"type\":\"related\"}");
    private static final byte[] RETIRED_END = bytes("],\"type\":\"retired\"}");

    /** A path in a tree of 2^53 leaves is no longer. */
    private static final int MAX_PROOF = 53;

    private static final int BASE64_LENGTH = 44;
    private static final int MAX_DIGITS = 16;

    private final byte[] line;
    private int at = START.length;

    private LeafText(byte[] line) {
        this.line = line;
    }

    static void write(
            long index, List<Hash> proof, byte[] record, byte @Nullable [] rendered, String type, OutputStream out)
            throws IOException {
        out.write(START);
        out.write(bytes(Long.toString(index)));
        write(proof, out);
        out.write(RECORD);
        if (isJson(record)) {
            out.write(record);
        } else {
            out.write('"');
            out.write(Base64.getEncoder().encode(record));
            out.write('"');
        }
        if (rendered != null) {
            out.write(RENDERED);
            out.write(rendered);
        }
        out.write(bytes(",\"type\":\"" + type + "\"}\n"));
    }

    static void write(long index, Hash leaf, List<Hash> proof, OutputStream out) throws IOException {
        out.write(START);
        out.write(bytes(Long.toString(index)));
        out.write(LEAF);
        out.write(bytes("\"" + leaf.base64() + "\""));
        write(proof, out);
        out.write(RETIRED_END);
        out.write('\n');
    }

    private static void write(List<Hash> proof, OutputStream out) throws IOException {
        out.write(PROOF);
        String separator = "\"";
        for (Hash hash : proof) {
            out.write(bytes(separator + hash.base64() + "\""));
            separator = ",\"";
        }
    }

    /**
     * @param line that begins with {@link #START}, without its newline
     * @throws IllegalArgumentException when it is no such line in its one form
     */
    static ExportLine read(byte[] line) {
        return new LeafText(line).read();
    }

    private ExportLine read() {
        long index = index();
        if (isNext(LEAF)) {
            at += LEAF.length;
            Hash leaf = hash();
            List<Hash> proof = proof();
            if (!isNext(RETIRED_END) || at + RETIRED_END.length != line.length) {
                throw new IllegalArgumentException("a `retired` line must end with its proof and its type");
            }
            return new ExportLine.Retired(index, leaf, proof);
        }
        List<Hash> proof = proof();
        expect(RECORD, "the proof must be followed by `record`");
        if (endsWith(RECORD_END)) {
            return line[at] == '"' ? packed(index, proof) : new ExportLine.Entry(index, proof, record(RECORD_END));
        }
        if (endsWith(RELATED_END)) {
            return new ExportLine.Related(index, proof, record(RELATED_END));
        }
        throw new IllegalArgumentException("a record must be followed by its type, `record` or `related`");
    }

    private long index() {
        int start = at;
        long number = 0;
        while (at < line.length && line[at] >= '0' && line[at] <= '9' && at - start < MAX_DIGITS) {
            number = number * 10 + line[at++] - '0';
        }
        if (at == start || number > ExportLine.MAX_NUMBER || (line[start] == '0' && at - start > 1)) {
            throw new IllegalArgumentException("`index` must be a whole number below 2^53");
        }
        return number;
    }

    private List<Hash> proof() {
        expect(PROOF, "the index must be followed by `proof`");
        List<Hash> proof = new ArrayList<>();
        while (at < line.length && line[at] != ']') {
            if (!proof.isEmpty()) {
                expect(bytes(","), "hashes of a proof must be separated by commas");
            }
            if (proof.size() == MAX_PROOF) {
                throw new IllegalArgumentException("a proof must not have more than " + MAX_PROOF + " hashes");
            }
            proof.add(hash());
        }
        return proof;
    }

    private Hash hash() {
        int end = at + BASE64_LENGTH + 2;
        if (end > line.length || line[at] != '"' || line[end - 1] != '"') {
            throw new IllegalArgumentException("a hash must be " + BASE64_LENGTH + " characters of base64");
        }
        String text = new String(line, at + 1, BASE64_LENGTH, StandardCharsets.ISO_8859_1);
        at = end;
        return Hash.ofBase64(text);
    }

    private static boolean isJson(byte[] record) {
        return record.length > 0 && record[0] == '{';
    }

    private ExportLine.Entry packed(long index, List<Hash> proof) {
        int end = ++at;
        while (end < line.length && line[end] != '"') {
            end++;
        }
        byte[] text = Arrays.copyOfRange(line, at, end);
        byte[] record;
        try {
            record = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a record must be an object or base64", e);
        }
        if (record.length == 0
                || isJson(record)
                || !Arrays.equals(Base64.getEncoder().encode(record), text)) {
            throw new IllegalArgumentException("a record is not written as its bytes are to be");
        }
        at = end + 1;
        if (at + RECORD_END.length == line.length) {
            return new ExportLine.Entry(index, proof, record);
        }
        expect(RENDERED, "a record must be followed by `rendered` or its type");
        return new ExportLine.Entry(index, proof, record, record(RECORD_END));
    }

    private byte[] record(byte[] end) {
        int length = line.length - end.length - at;
        if (length < 2 || line[at] != '{' || line[at + length - 1] != '}') {
            throw new IllegalArgumentException("a record must be a JSON object");
        }
        return Arrays.copyOfRange(line, at, at + length);
    }

    private void expect(byte[] text, String otherwise) {
        if (!isNext(text)) {
            throw new IllegalArgumentException(otherwise);
        }
        at += text.length;
    }

    private boolean isNext(byte[] text) {
        return matches(text, at);
    }

    private boolean endsWith(byte[] text) {
        return matches(text, line.length - text.length);
    }

    private boolean matches(byte[] text, int start) {
        return start >= at
                && start + text.length <= line.length
                && Arrays.equals(line, start, start + text.length, text, 0, text.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
