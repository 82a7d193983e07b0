package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.ProblemWriter;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells callers that they are not let through: browsers are led to the sign-in page, programs get a problem document. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN =
            "this call is for callers who are signed in: send `Authorization: Bearer` with an API key or a"
                    + " token, or a name and a password";

    private final ProblemWriter problems;
    private final CurrentPrincipal current;

    Refusals(ProblemWriter problems, CurrentPrincipal current) {
        this.problems = problems;
        this.current = current;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (wantsPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            problems.write(problem(failure), response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problems.write(problem(failure, request), response);
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Problem problem(AuthenticationException failure) {
        if (failure instanceof TooManyFailures many) {
            return new Problem(ProblemType.TOO_MANY_REQUESTS, String.valueOf(many.getMessage()))
                    .retryAfter(many.seconds());
        }
        if (failure instanceof AuthenticationServiceException) {
            return Problem.storeUnavailable(failure);
        }
        String detail = failure instanceof BadCredentialsException ? String.valueOf(failure.getMessage()) : SIGN_IN;
        return unauthenticated(detail);
    }

    private static Problem unauthenticated(String detail) {
        return new Problem(ProblemType.UNAUTHENTICATED, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"barograph\"");
    }

    private Problem problem(AccessDeniedException failure, HttpServletRequest request) {
        if (failure instanceof CsrfException) {
            boolean program =
                    current.find().isEmpty() && !request.getRequestURI().endsWith("/login");
            return program
                    ? unauthenticated(SIGN_IN)
                    : new Problem(
                            ProblemType.FORBIDDEN,
                            "the request lacks the token of its page; load the page again, or sign in with an API key");
        }
        return failure instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof Refusal refusal
                ? refusal.problem(request.getMethod(), request.getRequestURI())
                : new Problem(ProblemType.FORBIDDEN, "you may not do this");
    }
}
