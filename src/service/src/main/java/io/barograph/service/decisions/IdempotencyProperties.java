package io.barograph.service.decisions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param expiresAfter how long a key stays tied to its first request */
@ConfigurationProperties("barograph.idempotency")
record IdempotencyProperties(Duration expiresAfter) {}
