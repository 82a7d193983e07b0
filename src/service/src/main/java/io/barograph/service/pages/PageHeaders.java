package io.barograph.service.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to load nothing from elsewhere and to run no inline script. */
@Component
@Order(PageHeaders.FIRST)
class PageHeaders extends OncePerRequestFilter {

    /** Before callers are refused, so that refusals have them too. */
    static final int FIRST = -200;

    private static final String OURS =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    // Swagger UI sets style attributes from its scripts, and calls the API it shows.
    private static final String API_DOCS =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean apiDocs = request.getRequestURI().startsWith("/swagger-ui");
        response.setHeader("Content-Security-Policy", apiDocs ? API_DOCS : OURS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }
}
