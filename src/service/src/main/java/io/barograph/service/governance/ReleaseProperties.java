package io.barograph.service.governance;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which releases are taken.
 *
 * @param keys file with the public keys that may sign them
 * @param unsigned what to do with a manifest without a signature
 */
@ConfigurationProperties("barograph.releases")
record ReleaseProperties(Path keys, Unsigned unsigned) {

    enum Unsigned {
        REFUSE,
        WARN
    }
}
