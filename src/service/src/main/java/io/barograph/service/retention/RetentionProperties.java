package io.barograph.service.retention;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long records of decisions are kept.
 *
 * @param after age at which a record is taken away; when null, records are kept for good
 * @param minimum age below which none is ever taken away, whoever asks
 * @param username role of the database that may take records away; when empty, that of the service
 * @param password of that role
 */
@ConfigurationProperties("barograph.retention")
record RetentionProperties(@Nullable Period after, Period minimum, String username, String password) {}
