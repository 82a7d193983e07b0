package io.barograph.service.access;

import io.barograph.service.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept: without its secret. A name has several while an old one runs out.
 *
 * @param id that the key itself begins with
 * @param hash of the secret
 * @param person who answers for it
 * @param createdBy id of the principal who made it
 * @param expiresAt from then on it is refused
 * @param revokedAt null while it is not
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record ApiKey(
        String id,
        String name,
        byte[] hash,
        String person,
        Grant grant,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    static final String COLUMNS =
            "key_id, name, hash, person, roles, segments, created_by, created_at, expires_at, revoked_at";

    Principal principal() {
        return new Principal("api-key:" + name, person, grant.roles(), grant.segments());
    }

    boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    static ApiKey read(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ApiKey(
                row.getString("key_id"),
                row.getString("name"),
                row.getBytes("hash"),
                row.getString("person"),
                Grant.stored(row.getString("roles"), row.getString("segments")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
