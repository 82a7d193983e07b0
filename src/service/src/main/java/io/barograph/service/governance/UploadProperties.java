package io.barograph.service.governance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may be uploaded at once.
 *
 * @param files in one upload
 * @param workers models that are checked at the same time
 * @param waiting further models that may wait for a worker
 * @param patience how long an upload waits for its check, waiting for a worker included
 * @param accounts of the portfolio that a simulation decides at most
 */
@ConfigurationProperties("barograph.upload")
record UploadProperties(int files, int workers, int waiting, Duration patience, int accounts) {}
