package io.barograph.service.decisions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a caller may ask for at once.
 *
 * @param body size of a single snapshot
 * @param group accounts of a batch that are decided and kept together
 * @param batches batches being answered at the same time
 */
@ConfigurationProperties("barograph.limits")
record Limits(DataSize body, int group, int batches) {}
