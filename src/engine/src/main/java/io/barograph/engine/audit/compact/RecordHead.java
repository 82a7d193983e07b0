package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.seal.DataKey;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The front of a record, which can be read without its model.
 *
 * @param decidedAt whole milliseconds
 * @param modelDigest {@code sha256:} and 64 hexadecimal digits
 * @param seal null when nothing in the record is sealed
 * @param end where the body begins
 */
record RecordHead(
        String decisionId,
        Instant decidedAt,
        String caller,
        String engineVersion,
        String modelVersion,
        String modelDigest,
        String accountId,
        LocalDate asOf,
        @Nullable Seal seal,
        int end) {

    static final int VERSION = 2;

    /** Where the flags stand. */
    static final int FLAGS = 1;

    static final int IS_SEALED = 1;
    private static final int UUID_BYTES = 16;

    private static final String DIGEST = "sha256:";
    private static final int DIGEST_BYTES = 32;

    /**
     * @param text the values, encrypted, and the tag
     * @param from where the length of the text stands
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Seal(String keyId, byte[] nonce, byte[] text, int from) {}

    static void write(DecisionRecord record, ByteSink out) {
        out.octet(VERSION);
        out.octet(0);
        id(record.decisionId(), out);
        Instant decidedAt = record.decidedAt();
        if (!decidedAt.equals(decidedAt.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a record tells its time in whole milliseconds, not " + decidedAt);
        }
        out.zigzag(decidedAt.toEpochMilli());
        out.text(record.caller());
        out.text(record.engineVersion());
        out.text(record.decision().model().version());
        out.raw(digest(record.decision().model().digest()));
        out.text(record.snapshot().accountId());
        out.zigzag(record.snapshot().asOf().toEpochDay());
    }

    /** @throws IllegalArgumentException when it is no front of a record of this version */
    static RecordHead read(byte[] record) {
        ByteSource in = new ByteSource(record, 0);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    version == '{'
                            ? "this is no record of a decision"
                            : "a record of version " + version + " is not known here");
        }
        int flags = in.octet();
        if (flags > IS_SEALED) {
            throw new IllegalArgumentException("a record has flags that are not known here");
        }
        try {
            String id = id(in);
            Instant decidedAt = Instant.ofEpochMilli(in.zigzag());
            String caller = in.text();
            String engine = in.text();
            String version2 = in.text();
            String digest = DIGEST + HexFormat.of().formatHex(in.raw(DIGEST_BYTES));
            String account = in.text();
            LocalDate asOf = ValueSource.date(LocalDate.EPOCH, in.zigzag());
            Seal seal = (flags & IS_SEALED) != 0 ? seal(in) : null;
            return new RecordHead(id, decidedAt, caller, engine, version2, digest, account, asOf, seal, in.position());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a record holds a time that no calendar has", e);
        }
    }

    private static Seal seal(ByteSource in) {
        String key = id(in);
        byte[] nonce = in.raw(DataKey.NONCE_BYTES);
        int from = in.position();
        return new Seal(key, nonce, in.raw(in.count()), from);
    }

    /** The number 16 and the bytes of a UUID, or 0 and a text that is none. */
    static void id(String id, ByteSink out) {
        UUID uuid = uuid(id);
        if (uuid == null) {
            out.octet(0);
            out.text(id);
        } else {
            out.octet(UUID_BYTES);
            out.raw(ByteBuffer.allocate(UUID_BYTES)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array());
        }
    }

    private static String id(ByteSource in) {
        int length = in.octet();
        if (length == UUID_BYTES) {
            ByteBuffer uuid = ByteBuffer.wrap(in.raw(UUID_BYTES));
            return new UUID(uuid.getLong(), uuid.getLong()).toString();
        }
        String id = length == 0 ? in.text() : "";
        if (length != 0 || uuid(id) != null) {
            throw new IllegalArgumentException("a record holds an id in a form that it need not have");
        }
        return id;
    }

    /** Null for an id that is no UUID in its usual form. */
    private static @Nullable UUID uuid(String id) {
        if (id.length() != 36) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static byte[] digest(String digest) {
        String hex = digest.substring(Math.min(digest.length(), DIGEST.length()));
        boolean right = digest.startsWith(DIGEST)
                && hex.length() == 2 * DIGEST_BYTES
                && hex.equals(hex.toLowerCase(Locale.ROOT));
        if (!right) {
            throw new IllegalArgumentException("a record needs the digest of its model, not `" + digest + "`");
        }
        return HexFormat.of().parseHex(hex);
    }
}
