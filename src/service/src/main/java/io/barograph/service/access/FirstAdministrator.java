package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the first user when there is none, and prints their password: to standard output and not to the log, which others keep
 * and read.
 */
@Component
@Order(1)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME = "admin";

    private final Users users;
    private final AccessProperties properties;

    FirstAdministrator(Users users, AccessProperties properties) {
        this.users = users;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.users() || !users.none()) {
            return;
        }
        String password = Secrets.password();
        try {
            users.add(
                    NAME,
                    NAME,
                    password,
                    new Grant(EnumSet.allOf(Role.class), SegmentScope.ALL),
                    Principal.service("first-start"));
        } catch (Problem taken) {
            LOG.info("another instance made the first user, and told its password");
            return;
        }
        System.out.println("\nfirst start: sign in as `" + NAME + "` with the password " + password
                + "\nIt is shown this once; change it with `POST /api/v1/me/password`.\n");
    }
}
