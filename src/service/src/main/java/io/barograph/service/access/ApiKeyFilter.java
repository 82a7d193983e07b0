package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.ProblemWriter;
import io.barograph.service.security.Principal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever sends an API key as {@code Authorization: Bearer barograph_…}. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;
    private final RequestRates rates;
    private final ProblemWriter problems;

    ApiKeyFilter(KnownKeys keys, RequestRates rates, ProblemWriter problems) {
        this.keys = keys;
        this.rates = rates;
        this.problems = problems;
    }

    /** What is sent as an API key, whether it is one or not; null when nothing is. */
    static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!bearer) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.startsWith(Token.PREFIX) ? token : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = sent(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Principal> caller;
        try {
            caller = Token.parse(token).flatMap(keys::find);
        } catch (DataAccessException | TransactionException down) {
            problems.write(Problem.storeUnavailable(down), response);
            return;
        }
        if (caller.isEmpty()) {
            problems.write(rates.stranger(request.getRemoteAddr()) ? unknown() : RateFilter.tooMany(), response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(caller.get(), null));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Problem unknown() {
        return new Problem(
                        ProblemType.UNAUTHENTICATED,
                        "this API key is not good: it is mistyped, ran out or was revoked; ask for a new one")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
