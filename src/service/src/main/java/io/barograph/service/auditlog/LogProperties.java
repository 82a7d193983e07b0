package io.barograph.service.auditlog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the log is signed and checked.
 *
 * @param keys folder of the private keys that sign, and of the last checkpoint this instance signed
 * @param signingKey file of the private key (PKCS#8 PEM) of a new log, or of the one it goes on with; when null, a key is
 *     looked for, and for a new log made, in the folder
 * @param origin name of the log and of its keys; when null, a new log gets one of its own
 * @param tail how many of the last records are checked at the start
 */
@ConfigurationProperties("barograph.audit")
record LogProperties(
        Path keys, @Nullable Path signingKey, @Nullable String origin, int tail) {}
