package io.barograph.service.access;

import io.barograph.service.access.AccessProperties.Tokens;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** Who somebody is by the claims of a token that another server signed. */
@Component
class TokenClaims {

    private static final String RESOURCE_SERVER = "spring.security.oauth2.resourceserver.jwt.";
    private static final String EVERYWHERE = "*";
    private static final int LONGEST_NAME = 150;

    private final Tokens names;
    private final boolean taken;
    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();

    TokenClaims(AccessProperties properties, Environment environment) {
        this.names = properties.tokens();
        this.taken = List.of("issuer-uri", "jwk-set-uri", "public-key-location").stream()
                .map(name -> environment.getProperty(RESOURCE_SERVER + name))
                .anyMatch(value -> value != null && !value.isBlank());
    }

    /** Whether a server is configured whose tokens are good here. */
    boolean tokensAreTaken() {
        return taken;
    }

    /** The token of a request, unless it is an API key. */
    @Nullable String bearer(HttpServletRequest request) {
        return ApiKeyFilter.sent(request) == null ? bearer.resolve(request) : null;
    }

    AbstractAuthenticationToken signIn(Jwt token) {
        return new SignedIn(principal(token), null);
    }

    /** Without roles when the claims give none, or no segment for them. */
    Principal principal(ClaimAccessor claims) {
        String name = Optional.ofNullable(claims.getClaimAsString(names.name()))
                .or(() -> Optional.ofNullable(claims.getClaimAsString("sub")))
                .filter(text -> Texts.isLine(text, LONGEST_NAME))
                .orElseThrow(() -> new BadCredentialsException("the token names nobody"));
        URL issuer = claims.getClaimAsURL("iss");
        String person = name + "@" + (issuer == null ? "unknown" : issuer.getAuthority());
        Optional<SegmentScope> segments = segments(claims);
        Set<Role> roles = segments.isEmpty() ? Set.of() : roles(claims);
        return new Principal("user:" + person, person, roles, segments.orElse(SegmentScope.of(Set.of("none"))));
    }

    private Set<Role> roles(ClaimAccessor claims) {
        return list(claims, names.roles()).stream()
                .flatMap(label -> Role.of(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Optional<SegmentScope> segments(ClaimAccessor claims) {
        if (names.segments().isBlank()) {
            return Optional.of(SegmentScope.ALL);
        }
        List<String> named = list(claims, names.segments());
        if (named.contains(EVERYWHERE)) {
            return Optional.of(SegmentScope.ALL);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(SegmentScope.of(named));
    }

    private static List<String> list(ClaimAccessor claims, String name) {
        Object claim = claims.getClaims().get(name);
        if (claim instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text
                ? Arrays.stream(text.split(" ")).filter(item -> !item.isBlank()).toList()
                : List.of();
    }
}
