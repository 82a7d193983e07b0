package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision record as the log has it. Its front says when and for whom it was decided by which model; that model gives the rest a
 * meaning. What it gives, and in what form, is told as the canonical JSON of a {@link DecisionRecord}.
 */
public final class StoredRecord {

    private final byte[] bytes;
    private final RecordHead head;

    private StoredRecord(byte[] bytes, RecordHead head) {
        this.bytes = bytes;
        this.head = head;
    }

    /** Whether these are the bytes of a decision's record of any version, and no event's. */
    public static boolean isDecision(byte[] record) {
        return record.length > 0 && record[0] != '{';
    }

    /**
     * @param record as it is in the log
     * @throws IllegalArgumentException when it is no decision record, or one of another version
     */
    public static StoredRecord of(byte[] record) {
        return new StoredRecord(record.clone(), RecordHead.read(record));
    }

    public String decisionId() {
        return head.decisionId();
    }

    public Instant decidedAt() {
        return head.decidedAt();
    }

    public String caller() {
        return head.caller();
    }

    public String engineVersion() {
        return head.engineVersion();
    }

    public String modelVersion() {
        return head.modelVersion();
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    public String modelDigest() {
        return head.modelDigest();
    }

    public String accountId() {
        return head.accountId();
    }

    /** Which key opens it; empty when nothing in it is sealed. */
    public Optional<String> keyId() {
        return Optional.ofNullable(head.seal()).map(RecordHead.Seal::keyId);
    }

    /**
     * The record in canonical JSON, as it can be read without a key.
     *
     * @param model of the record's digest
     * @throws IllegalArgumentException when it is not what was ever written with that model
     */
    public byte[] json(RecordModel model) {
        return sealed(model).map(SealedRecord::json).orElseGet(() -> CanonicalJson.bytes(open(model)));
    }

    /** The record as it can be read without its key; empty when it needs none. */
    public Optional<SealedRecord> sealed(RecordModel model) {
        RecordHead.Seal seal = head.seal();
        return seal == null
                ? Optional.empty()
                : Optional.of(SealedRecord.of(
                        model.sealer(), tree(model, () -> SealedRecord.SEALED), seal.keyId()));
    }

    private Map<String, @Nullable Object> open(RecordModel model) {
        Map<String, @Nullable Object> tree = tree(model, NoValues.INSTANCE);
        checkSaying(model, tree, new byte[0]);
        return tree;
    }

    /**
     * The record in canonical JSON as it was before it was sealed.
     *
     * @param key when the record is not sealed, it is not used
     * @throws IllegalArgumentException when the key is another one, or the record was changed
     */
    public byte[] open(RecordModel model, DataKey key) {
        RecordHead.Seal seal = head.seal();
        if (seal == null) {
            return json(model);
        }
        byte[] hidden = key.decrypt(seal.nonce(), bound(seal), seal.text());
        ValueSource values =
                new ValueSource(new ByteSource(hidden, 0), model.texts(), head.asOf(), NoValues.INSTANCE);
        Map<String, @Nullable Object> tree = tree(model, values::value);
        requireEnd(values.bytes());
        checkSaying(model, tree, hidden);
        return CanonicalJson.bytes(tree);
    }

    /**
     * Makes sure that a key opens the record, without looking at what it holds.
     *
     * @throws IllegalArgumentException when the key is another one, or the record was changed
     */
    public void requireOpens(DataKey key) {
        RecordHead.Seal seal = head.seal();
        if (seal != null) {
            key.decrypt(seal.nonce(), bound(seal), seal.text());
        }
    }

    /** What a seal is bound to: all of the record but what it holds. */
    private byte[] bound(RecordHead.Seal seal) {
        byte[] bound = Arrays.copyOf(bytes, seal.from() + bytes.length - head.end());
        System.arraycopy(bytes, head.end(), bound, seal.from(), bytes.length - head.end());
        return bound;
    }

    private Map<String, @Nullable Object> tree(RecordModel model, ValueSource.Sealed sealed) {
        if (!head.modelDigest().equals(model.digest())) {
            throw new IllegalArgumentException(
                    "the record is of model `" + head.modelDigest() + "`, not of `" + model.digest() + "`");
        }
        ValueSource in = new ValueSource(new ByteSource(bytes, head.end()), model.texts(), head.asOf(), sealed);
        InputSource inputs = new InputSource(model, in, head);
        Map<String, @Nullable Object> record = new TreeMap<>();
        try {
            record.put("snapshot", inputs.snapshot());
            record.put("prior", inputs.history());
            record.put("decision", new DecisionSource(model, in, head).read());
        } catch (ArithmeticException | ClassCastException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a record holds a value of another kind than is written there", e);
        }
        requireEnd(in.bytes());
        record.put("v", java.math.BigDecimal.valueOf(RecordHead.VERSION));
        record.put("kind", "decision");
        record.put("engine", head.engineVersion());
        record.put("caller", head.caller());
        record.put("decision_id", head.decisionId());
        record.put("decided_at", head.decidedAt().toString());
        return record;
    }

    private void checkSaying(RecordModel model, Map<String, @Nullable Object> tree, byte[] hidden) {
        try {
            check(model, tree, hidden);
        } catch (ClassCastException | NullPointerException | DateTimeException e) {
            throw new IllegalArgumentException("a record holds a value of another kind than is written there", e);
        }
    }

    /** A record has one form: what it says, written again, is the same bytes. */
    private void check(RecordModel model, Map<String, @Nullable Object> tree, byte[] hidden) {
        DecisionRecord said = new DecisionRecord(
                TreeInputs.snapshot((Map<?, ?>) Objects.requireNonNull(tree.get("snapshot"))),
                TreeInputs.prior(tree.get("prior")),
                head.engineVersion(),
                head.caller(),
                head.decisionId(),
                head.decidedAt(),
                DecisionRecord.decision(tree.get("decision")));
        NewRecord again = model.write(said);
        if (!again.says(Arrays.copyOfRange(bytes, head.end(), bytes.length), hidden)
                || again.isOpen() != (head.seal() == null)) {
            throw new IllegalArgumentException("the record says the same in bytes that are not canonical");
        }
    }

    private static void requireEnd(ByteSource in) {
        if (in.left() > 0) {
            throw new IllegalArgumentException("a record goes on behind its end");
        }
    }

    /** Where nothing is sealed. */
    private enum NoValues implements ValueSource.Sealed {
        INSTANCE;

        @Override
        public @Nullable Object next() {
            throw new IllegalArgumentException("a record holds a sealed value where none can be");
        }
    }
}
