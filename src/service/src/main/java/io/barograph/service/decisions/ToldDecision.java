package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Envelope;
import io.barograph.engine.exchange.Explain;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A decision from the store as somebody may read it. It is told by the same renderer as when it was made, so the same decision is told
 * the same way whenever it is asked for.
 *
 * @param record as it may be told
 */
public record ToldDecision(Envelope envelope, DecisionRecord record) {

    public DecisionRecord read() {
        return record;
    }

    /** The decision as callers get it. */
    public byte[] json(Explain explain) {
        DecisionWriter writer = new DecisionWriter(explain);
        try {
            writer.write(record.decision(), envelope);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return writer.bytes();
    }
}
