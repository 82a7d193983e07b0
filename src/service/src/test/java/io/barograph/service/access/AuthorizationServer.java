package io.barograph.service.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** A company's sign-in server: Spring Authorization Server on a free port. */
final class AuthorizationServer implements AutoCloseable {

    static final String PASSWORD = "pass word of a person";

    /** What the server says of people and services by their name. */
    private static final Map<String, Map<String, Object>> CLAIMS = Map.of(
            "anna",
                    Map.of(
                            "roles",
                            List.of("csm", "janitor"),
                            "segments",
                            List.of("smb"),
                            "preferred_username",
                            "anna.b"),
            "billing", Map.of("roles", List.of("decider"), "segments", List.of("*")),
            "nobody-special", Map.of("roles", "janitor", "segments", List.of("*")),
            "placeless", Map.of("roles", List.of("decider")));

    private final ConfigurableApplicationContext context;

    private AuthorizationServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static AuthorizationServer start() {
        SpringApplication server = new SpringApplication(Setup.class);
        server.setBannerMode(Banner.Mode.OFF);
        server.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1"));
        return new AuthorizationServer(server.run(
                "--spring.config.name=authorization-server", "--server.servlet.session.cookie.name=ELSEWHERE"));
    }

    static String secret(String client) {
        return "secret-of-" + client;
    }

    String issuer() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** Lets people sign in to a service by this server. */
    void register(String client, String redirect) {
        context.getBean(InMemoryRegisteredClientRepository.class)
                .save(client(client, AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(redirect)
                        .scope("openid")
                        .build());
    }

    /** A token for a service that it knows. */
    String token(String client) throws Exception {
        String credentials = client + ":" + secret(client);
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .get("access_token")
                .asString();
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient.Builder client(String id, AuthorizationGrantType grant) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(id)
                .clientSecret("{noop}" + secret(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(grant)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(false)
                        .requireAuthorizationConsent(false)
                        .build());
    }

    /** How the server is set up. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Setup {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("anna")
                    .password("{noop}" + PASSWORD)
                    .roles()
                    .build());
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(List.of(
                    client("billing", AuthorizationGrantType.CLIENT_CREDENTIALS).build(),
                    client("nobody-special", AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build(),
                    client("placeless", AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build()));
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("first")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> CLAIMS.getOrDefault(
                            Objects.requireNonNull(token.<Authentication>getPrincipal())
                                    .getName(),
                            Map.of())
                    .forEach(token.getClaims()::claim);
        }
    }
}
