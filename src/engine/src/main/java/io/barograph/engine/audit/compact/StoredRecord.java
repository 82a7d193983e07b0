package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.PriorState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
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
        return sealed(model)
                .map(SealedRecord::json)
                .orElseGet(() -> sound(() -> open(model).canonicalBytes()));
    }

    /** The decision as far as it can be read without a key: {@code [sealed]} in the place of values, no amounts that are sealed. */
    public Decision decision(RecordModel model) {
        requireOf(model);
        return sound(() -> {
            ValueSource in = values(model, () -> SealedRecord.SEALED);
            InputSource.skip(model, in, head);
            return told(model, outcome(in, new OutcomeSource(model, in, head)));
        });
    }

    /** The record as it can be read without its key; empty when it needs none. */
    public Optional<SealedRecord> sealed(RecordModel model) {
        RecordHead.Seal seal = head.seal();
        if (seal == null) {
            return Optional.empty();
        }
        Reading reading = read(model, () -> SealedRecord.SEALED);
        return Optional.of(sound(() -> {
            Object tree = reading.record().tree();
            SealedAmounts.put(tree, reading.outcome());
            return SealedRecord.of(model.sealer(), tree, reading.record(), seal.keyId());
        }));
    }

    /**
     * A record that is not sealed.
     *
     * @throws IllegalArgumentException when it is sealed, or not what was ever written with the model
     */
    public DecisionRecord open(RecordModel model) {
        return checked(model, read(model, NoValues.INSTANCE).record(), new byte[0]);
    }

    /**
     * The record as it was before it was sealed.
     *
     * @param key when the record is not sealed, it is not used
     * @throws IllegalArgumentException when the key is another one, or the record was changed
     */
    public DecisionRecord open(RecordModel model, DataKey key) {
        RecordHead.Seal seal = head.seal();
        if (seal == null) {
            return open(model);
        }
        byte[] hidden = key.decrypt(seal.nonce(), bound(seal), seal.text());
        ValueSource values = new ValueSource(new ByteSource(hidden, 0), model.texts(), head.asOf(), NoValues.INSTANCE);
        DecisionRecord record = read(model, values::value).record();
        requireEnd(values.bytes());
        return checked(model, record, hidden);
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

    /** @param outcome where amounts that are sealed are told of */
    private record Reading(DecisionRecord record, OutcomeSource outcome) {}

    private Reading read(RecordModel model, ValueSource.Sealed sealed) {
        requireOf(model);
        return sound(() -> {
            ValueSource in = values(model, sealed);
            InputSource inputs = new InputSource(model, in, head);
            AccountSnapshot snapshot = TreeInputs.snapshot(inputs.snapshot());
            PriorState prior = TreeInputs.prior(inputs.history());
            OutcomeSource source = new OutcomeSource(model, in, head);
            return new Reading(
                    new DecisionRecord(
                            snapshot,
                            prior,
                            head.engineVersion(),
                            head.caller(),
                            head.decisionId(),
                            head.decidedAt(),
                            told(model, outcome(in, source))),
                    source);
        });
    }

    private void requireOf(RecordModel model) {
        if (!head.modelDigest().equals(model.digest())) {
            throw new IllegalArgumentException(
                    "the record is of model `" + head.modelDigest() + "`, not of `" + model.digest() + "`");
        }
    }

    private ValueSource values(RecordModel model, ValueSource.Sealed sealed) {
        return new ValueSource(new ByteSource(bytes, head.end()), model.texts(), head.asOf(), sealed);
    }

    /** The rest of the record. */
    private static Outcome outcome(ValueSource in, OutcomeSource source) {
        Outcome outcome = source.read();
        requireEnd(in.bytes());
        return outcome;
    }

    private Decision told(RecordModel model, Outcome outcome) {
        return model.renderer()
                .tell(
                        head.accountId(),
                        head.asOf(),
                        new ModelVersion(head.modelVersion(), head.modelDigest()),
                        outcome);
    }

    /** A record has one form: what it says, written again, is the same bytes. What it says can be told. */
    private DecisionRecord checked(RecordModel model, DecisionRecord record, byte[] hidden) {
        NewRecord again = sound(() -> {
            Decision decision = record.decision();
            decision.fired();
            decision.contributions();
            decision.playbooks();
            decision.escalations();
            decision.flags();
            decision.bands();
            decision.probabilities();
            return model.write(record);
        });
        if (!again.says(Arrays.copyOfRange(bytes, head.end(), bytes.length), hidden)
                || again.isOpen() != (head.seal() == null)) {
            throw new IllegalArgumentException("the record says the same in bytes that are not canonical");
        }
        return record;
    }

    /** Bytes that nobody ever wrote may fail anywhere on the way to what they say. */
    private static <T> T sound(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ArithmeticException
                | ClassCastException
                | DateTimeException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw new IllegalArgumentException("a record holds a value of another kind than is written there", e);
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
