package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Envelope;
import io.barograph.engine.exchange.Explain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the store has it. What callers are told is read from the record, so that the same decision is told the
 * same way whenever it is asked for.
 *
 * @param stateless decided from what was sent alone
 * @param bytes the canonical record
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record StoredDecision(UUID id, Instant decidedAt, boolean stateless, byte[] bytes) {

    /** The same decision with its record told another way. */
    public StoredDecision with(byte[] told) {
        return new StoredDecision(id, decidedAt, stateless, told);
    }

    public DecisionRecord read() {
        return DecisionRecord.read(bytes);
    }

    /** What callers are told beside the decision. */
    Envelope envelope() {
        return new Envelope(id.toString(), decidedAt);
    }

    /** The decision as callers get it. */
    public byte[] json(Explain explain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try {
            DecisionJson.write(read().decision(), envelope(), explain, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
