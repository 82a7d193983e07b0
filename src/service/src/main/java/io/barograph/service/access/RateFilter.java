package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.ProblemWriter;
import io.barograph.service.security.CurrentPrincipal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a caller asks beyond their rate. */
final class RateFilter extends OncePerRequestFilter {

    private final RequestRates rates;
    private final CurrentPrincipal current;
    private final ProblemWriter problems;

    RateFilter(RequestRates rates, CurrentPrincipal current, ProblemWriter problems) {
        this.rates = rates;
        this.current = current;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean fits = current.find()
                .map(caller -> rates.caller(caller.id()))
                .orElseGet(() -> rates.stranger(request.getRemoteAddr()));
        if (fits) {
            chain.doFilter(request, response);
        } else {
            problems.write(tooMany(), response);
        }
    }

    static Problem tooMany() {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, "too many requests in one second; send them more slowly")
                .retryAfter(1);
    }
}
