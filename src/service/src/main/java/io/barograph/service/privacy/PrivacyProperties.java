package io.barograph.service.privacy;

import io.barograph.service.security.Role;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How sensitive values are kept and told.
 *
 * @param masterKey file of the key that the keys of accounts are wrapped with; made at the first start
 * @param shownTo roles that see sensitive values; nobody does when empty
 */
@ConfigurationProperties("barograph.privacy")
record PrivacyProperties(Path masterKey, Set<Role> shownTo) {
    PrivacyProperties {
        shownTo = Set.copyOf(shownTo);
    }
}
