package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.exchange.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the store has it.
 *
 * @param stateless decided from what was sent alone
 * @param bytes the record as it is kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record StoredDecision(UUID id, Instant decidedAt, boolean stateless, byte[] bytes) {

    /** The same decision as somebody may read it. */
    public ToldDecision with(DecisionRecord told) {
        return new ToldDecision(envelope(), told);
    }

    /** What callers are told beside the decision. */
    Envelope envelope() {
        return new Envelope(id.toString(), decidedAt);
    }
}
