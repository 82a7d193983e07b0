package io.barograph.service.access;

import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final Principal BY = Principal.service("demo");
    private static final List<Role> PEOPLE = List.of(Role.AUTHOR, Role.APPROVER, Role.CSM, Role.AUDITOR);

    /** By the name of their key. */
    private static final Map<String, Role> TOUR = new TreeMap<>(Map.of(
            "author", Role.AUTHOR,
            "approver", Role.APPROVER,
            "approver2", Role.APPROVER,
            "operator", Role.OPERATOR));

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
        System.out.println("a key for the demo's API, good for a week:\n\n  export BAROGRAPH_KEY="
                + key("demo", EnumSet.of(Role.DECIDER, Role.CSM, Role.AUDITOR)) + "\n");
        System.out.println("keys of four people who change the model together:\n");
        TOUR.forEach((name, role) -> System.out.println(
                "  export BAROGRAPH_" + name.toUpperCase(Locale.ROOT) + "=" + key(name, EnumSet.of(role))));
        System.out.println();
    }

    /** A new one at each start, since an old one cannot be told again. */
    private String key(String name, Set<Role> roles) {
        keys.list().stream()
                .filter(key -> key.name().equals(name) && key.revokedAt() == null)
                .findFirst()
                .ifPresent(old -> keys.revokeAll(name, BY));
        return keys.create(name, name, new Grant(roles, SegmentScope.ALL), Duration.ofDays(7), BY)
                .token();
    }
}
