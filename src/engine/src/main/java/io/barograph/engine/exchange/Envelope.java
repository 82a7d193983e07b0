package io.barograph.engine.exchange;

import io.barograph.engine.override.BandOverride;
import java.time.Instant;
import java.util.List;

/**
 * What a caller adds to a decision; outside the bytes that replay compares.
 *
 * @param overrides that were in force when it was decided, in the order they are told
 */
public record Envelope(String decisionId, Instant decidedAt, List<BandOverride> overrides) {

    public Envelope {
        overrides = List.copyOf(overrides);
    }

    /** Of a decision that nobody overrides. */
    public Envelope(String decisionId, Instant decidedAt) {
        this(decisionId, decidedAt, List.of());
    }
}
