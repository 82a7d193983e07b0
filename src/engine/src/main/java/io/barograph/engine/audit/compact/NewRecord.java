package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.seal.DataKey;
import java.util.Arrays;

/** A record as it was written, with its sensitive values apart: what is left to do is to seal them with a key. */
public final class NewRecord {

    private final ByteSink head;
    private final ByteSink body;
    private final ByteSink values;
    private final boolean sensitive;
    private final boolean inDecision;

    /**
     * @param body without the sensitive values
     * @param values in the order of their places
     * @param sensitive whether there are such values, or sentences that spell them out
     * @param inDecision whether the decision itself has any of them
     */
    NewRecord(ByteSink head, ByteSink body, ByteSink values, boolean sensitive, boolean inDecision) {
        this.head = head;
        this.body = body;
        this.values = values;
        this.sensitive = sensitive;
        this.inDecision = inDecision;
    }

    /** Nothing in the record is sensitive: it needs no key. */
    public boolean isOpen() {
        return !sensitive;
    }

    /** Nothing in the decision itself is sensitive: it may be told as it was made. */
    public boolean tellsAll() {
        return !inDecision;
    }

    /**
     * The record as it is when nothing in it is sensitive.
     *
     * @throws IllegalStateException when something is
     */
    public byte[] bytes() {
        if (sensitive) {
            throw new IllegalStateException("the record holds sensitive values, so it is to be sealed");
        }
        ByteSink all = new ByteSink(head.size() + body.size());
        all.add(head);
        all.add(body);
        return all.copy();
    }

    /**
     * The record to keep; without sensitive values it is as {@link #bytes} gives it.
     *
     * @param key of the account
     * @param nonce {@link DataKey#NONCE_BYTES} bytes that were never used with this key
     */
    public byte[] sealed(DataKey key, byte[] nonce) {
        if (!sensitive) {
            return bytes();
        }
        byte[] front = head.copy();
        front[RecordHead.FLAGS] |= RecordHead.IS_SEALED;
        ByteSink keyed = new ByteSink(front.length + 64);
        keyed.raw(front);
        RecordHead.id(key.id(), keyed);
        keyed.raw(nonce);
        ByteSink bound = new ByteSink(keyed.size() + body.size());
        bound.add(keyed);
        bound.add(body);
        byte[] text = key.encrypt(nonce, bound.copy(), values.copy());
        ByteSink all = new ByteSink(bound.size() + text.length + 8);
        all.add(keyed);
        all.varint(text.length);
        all.raw(text);
        all.add(body);
        return all.copy();
    }

    /** Whether it is written in these bytes, those of the sensitive values apart. */
    boolean says(byte[] otherBody, byte[] otherValues) {
        return Arrays.equals(body.copy(), otherBody) && Arrays.equals(values.copy(), otherValues);
    }
}
