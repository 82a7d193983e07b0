package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.exchange.Envelope;
import io.barograph.engine.override.BandOverride;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decision as the store has it.
 *
 * @param stateless decided from what was sent alone
 * @param bytes the record as it is kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record StoredDecision(UUID id, Instant decidedAt, boolean stateless, byte[] bytes) {

    /** The same decision as somebody may read it, without what people said over it. */
    public ToldDecision with(DecisionRecord told) {
        return with(told, List.of());
    }

    /**
     * The same decision as somebody may read it.
     *
     * @param overrides that were in force when it was decided
     */
    public ToldDecision with(DecisionRecord told, List<BandOverride> overrides) {
        return new ToldDecision(envelope(overrides), told);
    }

    /** What callers are told beside the decision. */
    Envelope envelope(List<BandOverride> overrides) {
        return new Envelope(id.toString(), decidedAt, stateless ? List.of() : overrides);
    }
}
