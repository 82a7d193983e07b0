package io.barograph.service.access;

import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Users and a key for a first look: their secrets are random, and printed at the start. */
@Component
@Profile("demo")
@Order(2)
class DemoAccess implements ApplicationRunner {

    private static final String KEY = "demo";
    private static final Principal BY = Principal.service("demo");
    private static final List<Role> PEOPLE = List.of(Role.AUTHOR, Role.APPROVER, Role.CSM, Role.AUDITOR);

    private final Users users;
    private final ApiKeys keys;
    private final AccessProperties properties;

    DemoAccess(Users users, ApiKeys keys, AccessProperties properties) {
        this.users = users;
        this.keys = keys;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.users() && users.find(Role.AUTHOR.label()).isEmpty()) {
            String password = Secrets.password();
            for (Role role : PEOPLE) {
                users.add(role.label(), role.label(), password, new Grant(EnumSet.of(role), SegmentScope.ALL), BY);
            }
            System.out.println("users of the demo: "
                    + String.join(", ", PEOPLE.stream().map(Role::label).toList()) + ", each with the password "
                    + password);
        }
        System.out.println("a key for the demo's API, good for a week:\n\n  export BAROGRAPH_KEY=" + key() + "\n");
    }

    /** A new one at each start, since an old one cannot be told again. */
    private String key() {
        keys.list().stream()
                .filter(key -> key.name().equals(KEY) && key.revokedAt() == null)
                .findFirst()
                .ifPresent(old -> keys.revokeAll(KEY, BY));
        return keys.create(
                        KEY,
                        KEY,
                        new Grant(EnumSet.of(Role.DECIDER, Role.CSM, Role.AUDITOR), SegmentScope.ALL),
                        Duration.ofDays(7),
                        BY)
                .token();
    }
}
