package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions of users who were changed since they signed in. */
final class FreshUser extends OncePerRequestFilter {

    private static final String USER = "user:";

    private final Users users;
    private final ProblemWriter problems;

    FreshUser(Users users, ProblemWriter problems) {
        this.users = users;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (authentication instanceof SignedIn session && session.revision() != null && isStale(session)) {
                SecurityContextHolder.clearContext();
                HttpSession open = request.getSession(false);
                if (open != null) {
                    open.invalidate();
                }
            }
        } catch (DataAccessException | TransactionException down) {
            problems.write(Problem.storeUnavailable(down), response);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isStale(SignedIn session) {
        return users.find(session.getName().substring(USER.length()))
                .filter(user ->
                        user.enabled() && Integer.valueOf(user.revision()).equals(session.revision()))
                .isEmpty();
    }
}
