package io.barograph.service.access;

import io.barograph.service.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Somebody who signs in with a password.
 *
 * @param person who it is, when they have several names here or sign in elsewhere too
 * @param password as the encoder keeps it
 * @param enabled whether they may sign in
 * @param revision grows with every change; sessions of an earlier one end
 */
record User(
        String name, String person, String password, Grant grant, boolean enabled, int revision, Instant createdAt) {

    static final String COLUMNS = "name, person, password, roles, segments, enabled, revision, created_at";

    Principal principal() {
        return new Principal("user:" + name, person, grant.roles(), grant.segments());
    }

    static User read(ResultSet row, int number) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("person"),
                row.getString("password"),
                Grant.stored(row.getString("roles"), row.getString("segments")),
                row.getBoolean("enabled"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "user `" + name + "`";
    }
}
