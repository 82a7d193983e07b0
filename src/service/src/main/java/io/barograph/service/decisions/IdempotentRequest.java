package io.barograph.service.decisions;

import java.time.Instant;

/**
 * A request that must not be decided twice.
 *
 * @param key what the caller calls it
 * @param fingerprint hash of everything that shapes the answer, as 64 hex digits
 * @param expiresAt from when on the key may be used for another request
 */
record IdempotentRequest(String key, String fingerprint, Instant expiresAt) {}
