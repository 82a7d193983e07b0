package io.barograph.service.decisions;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the store has it.
 *
 * @param record the canonical record
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are compared nowhere
public record StoredDecision(UUID id, Instant decidedAt, boolean stateless, byte[] record) {}
