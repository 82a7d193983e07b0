package io.barograph.service.privacy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How sensitive values are kept and told.
 *
 * @param masterKey file of the key that the keys of accounts are wrapped with; made at the first start
 * @param showSensitive whether everybody who can call may see sensitive values
 */
@ConfigurationProperties("barograph.privacy")
record PrivacyProperties(Path masterKey, boolean showSensitive) {}
