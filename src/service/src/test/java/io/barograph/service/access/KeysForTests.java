package io.barograph.service.access;

import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts API keys into the database of a service, as {@link ApiKeys} does, but without a record in the log. */
public final class KeysForTests {

    /** What the key {@code test} has callers send; it has every role everywhere. */
    public static final String TOKEN = token("test");

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private KeysForTests() {}

    /** Lets {@link #TOKEN} in. */
    public static void plant(JdbcClient client) {
        plant(client, "test", EnumSet.allOf(Role.class), SegmentScope.ALL);
    }

    /**
     * Lets a key in, unless it is there.
     *
     * @return what is sent
     */
    public static String plant(JdbcClient client, String name, Set<Role> roles, SegmentScope segments) {
        return plant(client, name, "tester", roles, segments);
    }

    /**
     * The same, of somebody else.
     *
     * @param person who answers for it
     */
    public static String plant(JdbcClient client, String name, String person, Set<Role> roles, SegmentScope segments) {
        String token = token(name);
        Token parts = Token.parse(token).orElseThrow();
        boolean there = client.sql("select count(*) from api_key where key_id = ?")
                        .param(parts.id())
                        .query(Long.class)
                        .single()
                > 0;
        if (!there) {
            Grant grant = new Grant(roles, segments);
            client.sql("insert into api_key (key_id, name, hash, person, roles, segments, created_by, created_at,"
                            + " expires_at) values (:id, :name, :hash, :person, :roles, :segments, 'test',"
                            + " :created, :expires)")
                    .param("id", parts.id())
                    .param("name", name)
                    .param("hash", Secrets.hash(parts.secret()))
                    .param("person", person)
                    .param("roles", grant.rolesColumn())
                    .param("segments", grant.segmentsColumn(), Types.VARCHAR)
                    .param("created", LONG_AGO)
                    .param("expires", LONG_AGO.plusYears(1000))
                    .update();
        }
        return token;
    }

    private static String token(String name) {
        String digits = java.util.HexFormat.of().formatHex(Secrets.hash(name));
        return Token.text(digits.substring(0, 16), digits.substring(16, 59));
    }
}
