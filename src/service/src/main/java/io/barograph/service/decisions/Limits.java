package io.barograph.service.decisions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a caller may ask for at once, and what may wait for the store.
 *
 * @param body size of a single snapshot
 * @param group accounts of a batch that are decided and kept together
 * @param batches batches being answered at the same time
 * @param waiting decisions that may wait for being kept; further ones wait for a place
 * @param patience how long a decision waits for a place, and then for its turn, before it is refused
 */
@ConfigurationProperties("barograph.limits")
record Limits(DataSize body, int group, int batches, int waiting, Duration patience) {}
