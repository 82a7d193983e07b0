package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of services. A key is told once, when it is made; what is kept is its hash. */
@Component
class ApiKeys {

    /** A key and, for this one time, what is sent with requests. */
    record Issued(ApiKey key, String token) {}

    private final JdbcClient client;
    private final AccessEvents events;
    private final KnownKeys known;
    private final AccessProperties properties;
    private final Clock clock;

    ApiKeys(JdbcClient client, AccessEvents events, KnownKeys known, AccessProperties properties, Clock clock) {
        this.client = client;
        this.events = events;
        this.known = known;
        this.properties = properties;
        this.clock = clock;
    }

    List<ApiKey> list() {
        return client.sql("select " + ApiKey.COLUMNS + " from api_key order by name, created_at, key_id")
                .query(ApiKey::read)
                .list();
    }

    /** @throws Problem when a key of that name is valid already, or it would be valid for too long */
    Issued create(String name, String person, Grant grant, Duration validity, Principal by) {
        return made(AccessEvents.KEY_CREATED, name, person, grant, validity, by, now -> {
            if (!valid(name, now).isEmpty()) {
                throw new Problem(
                        ProblemType.CONFLICT,
                        "there is a key `" + name + "` already; `POST /api/v1/access/keys/" + name
                                + "/rotation` makes a new one that takes its place");
            }
        });
    }

    /**
     * Makes a key that takes the place of those of the same name.
     *
     * @param overlap how long those are still good
     */
    Issued rotate(String name, Duration overlap, Duration validity, Principal by) {
        ApiKey newest = newest(name);
        if (overlap.isNegative() || overlap.compareTo(properties.longestKey()) > 0) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "overlap: must be from `PT0S` to `" + properties.longestKey() + "`, but is `" + overlap + "`");
        }
        return made(
                AccessEvents.KEY_ROTATED,
                name,
                newest.person(),
                newest.grant(),
                validity,
                by,
                now -> client.sql("update api_key set expires_at = ? where name = ? and expires_at > ?")
                        .params(time(now.plus(overlap)), name, time(now.plus(overlap)))
                        .update());
    }

    /** From now on no key of that name is good. */
    void revoke(String name, Principal by) {
        newest(name);
        revokeAll(name, by);
    }

    /** The same, whether they are still valid or not. */
    void revokeAll(String name, Principal by) {
        Map<String, @Nullable Object> details = new TreeMap<>(Map.of("key", name));
        events.recorded(
                AccessEvents.KEY_REVOKED,
                name,
                details,
                by,
                () -> client.sql("update api_key set revoked_at = ? where name = ? and revoked_at is null")
                        .params(time(now()), name)
                        .update());
        known.forget();
    }

    /** What else has to happen in the transaction that makes a key. */
    private interface Before {
        void run(Instant now);
    }

    private Issued made(
            String event, String name, String person, Grant grant, Duration validity, Principal by, Before before) {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(properties.longestKey()) > 0) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "validity: must be more than `PT0S` and at most `" + properties.longestKey() + "`, but is `"
                            + validity + "`");
        }
        Instant now = now();
        String secret = Secrets.secret();
        ApiKey key = new ApiKey(
                Secrets.id(), name, Secrets.hash(secret), person, grant, by.id(), now, now.plus(validity), null);
        Map<String, @Nullable Object> details = AccessEvents.details("key", name, person, grant);
        details.put("key_id", key.id());
        details.put("expires_at", key.expiresAt().toString());
        events.recorded(event, name, details, by, () -> {
            before.run(now);
            insert(key);
            return key;
        });
        known.forget();
        return new Issued(key, Token.text(key.id(), secret));
    }

    private void insert(ApiKey key) {
        client.sql("insert into api_key (key_id, name, hash, person, roles, segments, created_by, created_at,"
                        + " expires_at) values (:id, :name, :hash, :person, :roles, :segments, :by, :created,"
                        + " :expires)")
                .param("id", key.id())
                .param("name", key.name())
                .param("hash", key.hash())
                .param("person", key.person())
                .param("roles", key.grant().rolesColumn())
                .param("segments", key.grant().segmentsColumn(), java.sql.Types.VARCHAR)
                .param("by", key.createdBy())
                .param("created", time(key.createdAt()))
                .param("expires", time(key.expiresAt()))
                .update();
    }

    private List<ApiKey> valid(String name, Instant now) {
        return named(name).stream().filter(key -> key.isValid(now)).toList();
    }

    private List<ApiKey> named(String name) {
        return client.sql("select " + ApiKey.COLUMNS + " from api_key where name = ? order by created_at desc, key_id")
                .param(name)
                .query(ApiKey::read)
                .list();
    }

    private ApiKey newest(String name) {
        return Optional.of(valid(name, now()))
                .filter(keys -> !keys.isEmpty())
                .map(keys -> keys.get(0))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no valid key `" + name + "`; `/api/v1/access/keys` lists those there are"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static java.time.OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
