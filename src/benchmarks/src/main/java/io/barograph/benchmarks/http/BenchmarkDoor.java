package io.barograph.benchmarks.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the client of a benchmark in. Its requests are those of a caller who may decide, and pass the same doors; one with the header
 * {@value #HEADER} is handed on to an endpoint of the benchmark behind them.
 */
@Configuration(proxyBeanMethods = false)
class BenchmarkDoor {

    static final String HEADER = "Benchmark";

    private static final String KEY = "0123456789abcdef";
    private static final String SECRET = "b".repeat(43);

    /** What is sent with requests. */
    static final String TOKEN = "barograph_" + KEY + "_" + SECRET;

    @Bean
    ApplicationRunner key(JdbcClient client) {
        return arguments -> client.sql(
                        "insert into api_key (key_id, name, hash, person, roles, created_by, created_at, expires_at)"
                                + " values (?, 'benchmark', ?, 'benchmark', 'decider', 'benchmark', ?, ?)")
                .params(KEY, hash(), day(2000), day(3000))
                .update();
    }

    private static byte[] hash() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.US_ASCII));
    }

    private static OffsetDateTime day(int year) {
        return OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> behindTheDoors() {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        String endpoint = request.getHeader(HEADER);
                        if (endpoint == null) {
                            chain.doFilter(request, response);
                        } else {
                            request.getRequestDispatcher(endpoint).forward(request, response);
                        }
                    }
                });
        registration.setOrder(0); // after the doors
        return registration;
    }
}
