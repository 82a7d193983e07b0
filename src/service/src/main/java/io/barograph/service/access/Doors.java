package io.barograph.service.access;

import io.barograph.service.problems.ProblemWriter;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.RequestRights;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * The two ways in. Requests with credentials of their own ({@code Authorization}) have no session and need no CSRF token; all others
 * are those of browsers: their session is a cookie, which other sites could make them send.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class Doors {

    private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

    /** What both ways have in common. */
    private final Refusals refusals;

    private final RequestRights rights;
    private final RateFilter rate;

    Doors(
            Refusals refusals,
            RequestRights rights,
            RequestRates rates,
            CurrentPrincipal current,
            ProblemWriter problems) {
        this.refusals = refusals;
        this.rights = rights;
        this.rate = new RateFilter(rates, current, problems);
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Requests are timed as a whole; each filter for itself would cost every request some fifteen measurements more. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Account ids may hold what addresses write with a percent sign; both firewalls and the table of rights see it encoded. */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        firewall.setAllowNull(true);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            KnownKeys keys,
            RequestRates rates,
            ProblemWriter problems,
            TokenClaims claims,
            ObjectProvider<JwtDecoder> decoder) {
        common(http);
        http.securityMatcher(Doors::hasOwnCredentials)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .addFilterBefore(new ApiKeyFilter(keys, rates, problems), BasicAuthenticationFilter.class);
        if (claims.tokensAreTaken()) {
            http.oauth2ResourceServer(tokens -> tokens.bearerTokenResolver(claims::bearer)
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.decoder(decoder.getObject()).jwtAuthenticationConverter(claims::signIn)));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            Users users,
            ProblemWriter problems,
            TokenClaims claims,
            ObjectProvider<ClientRegistrationRepository> providers) {
        common(http);
        http.csrf(csrf -> csrf.spa())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(form -> form.loginPage("/login").failureHandler(new SignInFailed()))
                .logout(logout -> logout.logoutSuccessUrl("/login?signed-out").deleteCookies("JSESSIONID"))
                .addFilterBefore(new FreshUser(users, problems), AnonymousAuthenticationFilter.class);
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .failureHandler(new SignInFailed())
                    .userInfoEndpoint(user -> user.oidcUserService(new OidcSignIn(claims))));
        }
        return http.build();
    }

    private void common(HttpSecurity http) {
        // a broken answer has its error page included
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR,
                                DispatcherType.FORWARD,
                                DispatcherType.INCLUDE,
                                DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(rights))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(rate, AuthorizationFilter.class);
    }

    /** A browser that was told a password for this site would send it for another site's pages too; those say where they are from. */
    private static boolean hasOwnCredentials(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null && (from == null || FROM_HERE.contains(from));
    }

    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Refusals::wantsPage);
        return cache;
    }
}
