package io.barograph.engine.exchange;

import java.time.Instant;

/** What a caller adds to a decision; outside the bytes that replay compares. */
public record Envelope(String decisionId, Instant decidedAt) {}
