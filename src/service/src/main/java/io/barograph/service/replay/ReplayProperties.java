package io.barograph.service.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How hard a pass over the log works.
 *
 * @param share of one processor that it takes at most, above 0 and up to 1
 */
@ConfigurationProperties("barograph.replay")
record ReplayProperties(double share) {

    ReplayProperties {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("barograph.replay.share must be above 0 and at most 1, but is " + share);
        }
    }
}
