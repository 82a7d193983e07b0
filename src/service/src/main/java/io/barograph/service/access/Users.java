package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** People who sign in with a password. */
@Component
class Users {

    private static final int SHORTEST = 12;
    // what the encoder takes
    private static final int LONGEST_BYTES = 72;

    private final JdbcClient client;
    private final AccessEvents events;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Users(JdbcClient client, AccessEvents events, PasswordEncoder encoder, Clock clock) {
        this.client = client;
        this.events = events;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean none() {
        return client.sql("select count(*) from access_user").query(Long.class).single() == 0;
    }

    List<User> list() {
        return client.sql("select " + User.COLUMNS + " from access_user order by name")
                .query(User::read)
                .list();
    }

    Optional<User> find(String name) {
        return client.sql("select " + User.COLUMNS + " from access_user where name = ?")
                .param(name)
                .query(User::read)
                .optional();
    }

    /** @throws Problem when there is one of that name, or the password is none */
    User add(String name, String person, String password, Grant grant, Principal by) {
        String kept = encoded(password);
        User user = new User(name, person, kept, grant, true, 0, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            events.recorded(
                    AccessEvents.USER_CREATED,
                    name,
                    AccessEvents.details("user", name, person, grant),
                    by,
                    () -> client.sql("insert into access_user (" + User.COLUMNS
                                    + ") values (:name, :person, :password, :roles, :segments, true, 0, :created)")
                            .param("name", name)
                            .param("person", person)
                            .param("password", kept)
                            .param("roles", grant.rolesColumn())
                            .param("segments", grant.segmentsColumn(), Types.VARCHAR)
                            .param("created", user.createdAt().atOffset(ZoneOffset.UTC))
                            .update());
        } catch (DuplicateKeyException taken) {
            throw new Problem(ProblemType.CONFLICT, "there is a user `" + name + "` already", taken);
        }
        return user;
    }

    /**
     * Changes what somebody may do, or takes everything away; their sessions end.
     *
     * @param by somebody else: nobody gives themselves rights
     */
    User change(String name, Grant grant, boolean enabled, Principal by) {
        User user = known(name);
        if (by.person().equals(user.person())) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "nobody changes their own rights; ask somebody else with the role `operator`");
        }
        Map<String, @Nullable Object> details = AccessEvents.details("user", name, user.person(), grant);
        details.put("enabled", enabled);
        events.recorded(
                AccessEvents.USER_CHANGED,
                name,
                details,
                by,
                () -> client.sql("update access_user set roles = :roles, segments = :segments, enabled = :enabled,"
                                + " revision = revision + 1 where name = :name")
                        .param("roles", grant.rolesColumn())
                        .param("segments", grant.segmentsColumn(), Types.VARCHAR)
                        .param("enabled", enabled)
                        .param("name", name)
                        .update());
        return known(name);
    }

    /** Somebody changes their own; their sessions end. */
    void password(String name, String before, String after, Principal by) {
        User user = known(name);
        if (!encoder.matches(before, user.password())) {
            throw new Problem(ProblemType.FORBIDDEN, "current: is not your password");
        }
        String kept = encoded(after);
        events.recorded(
                AccessEvents.PASSWORD_CHANGED,
                name,
                new TreeMap<>(Map.of("user", name)),
                by,
                () -> client.sql("update access_user set password = ?, revision = revision + 1 where name = ?")
                        .params(kept, name)
                        .update());
    }

    private User known(String name) {
        return find(name)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no user `" + name + "`; `/api/v1/access/users` lists those there are"));
    }

    private String encoded(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST || bytes > LONGEST_BYTES) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "password: must have at least " + SHORTEST + " characters and at most " + LONGEST_BYTES
                            + " bytes; several words are a good one");
        }
        return String.valueOf(encoder.encode(password));
    }
}
