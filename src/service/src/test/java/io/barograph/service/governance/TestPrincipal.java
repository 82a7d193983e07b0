package io.barograph.service.governance;

import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets a test say who asks: the header {@code X-Person: ann author approver}. Without it somebody with every role does. */
@TestConfiguration(proxyBeanMethods = false)
class TestPrincipal {

    static final String HEADER = "X-Person";

    @Bean
    @Primary
    CurrentPrincipal namedByTheTest() {
        return new CurrentPrincipal() {
            @Override
            public Principal get() {
                String header = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                        ? servlet.getRequest().getHeader(HEADER)
                        : null;
                return header == null
                        ? new Principal("user:somebody", "somebody", EnumSet.allOf(Role.class), SegmentScope.ALL)
                        : named(List.of(header.split(" ", -1)));
            }

            @Override
            public Optional<Principal> find() {
                return Optional.of(get());
            }
        };
    }

    private static Principal named(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.stream().skip(1).map(Role::of).forEach(role -> roles.add(role.orElseThrow()));
        return new Principal("user:" + words.get(0), words.get(0), roles, SegmentScope.ALL);
    }
}
