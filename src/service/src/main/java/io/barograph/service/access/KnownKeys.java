package io.barograph.service.access;

import io.barograph.service.security.Principal;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose key a token is. Keys are remembered for a moment, since some callers send thousands of requests a second; a key that is
 * revoked here is refused at once, one that another instance revoked when the moment is over.
 */
@Component
class KnownKeys {

    private static final int MOST = 10_000;
    private static final byte[] OF_NO_KEY = new byte[32];

    private record Seen(ApiKey key, Instant until) {}

    private final JdbcClient client;
    private final AccessProperties properties;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    KnownKeys(JdbcClient client, AccessProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    /** Empty when there is no such key, its secret is another one, it ran out or was revoked. */
    Optional<Principal> find(Token token) {
        Instant now = clock.instant();
        Optional<ApiKey> key = key(token.id(), now);
        boolean same = MessageDigest.isEqual(key.map(ApiKey::hash).orElse(OF_NO_KEY), Secrets.hash(token.secret()));
        return key.filter(found -> same && found.isValid(now)).map(ApiKey::principal);
    }

    /** Looks at the database again. */
    void forget() {
        seen.clear();
    }

    private Optional<ApiKey> key(String id, Instant now) {
        Seen known = seen.get(id);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.key());
        }
        Optional<ApiKey> key;
        try {
            key = client.sql("select " + ApiKey.COLUMNS + " from api_key where key_id = ?")
                    .param(id)
                    .query(ApiKey::read)
                    .optional();
        } catch (DataAccessException down) {
            if (known == null) {
                throw down;
            }
            // nothing can be had without the database; the call itself says so better
            return Optional.of(known.key());
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        key.ifPresentOrElse(
                found -> seen.put(id, new Seen(found, now.plus(properties.freshness()))), () -> seen.remove(id));
        return key;
    }
}
