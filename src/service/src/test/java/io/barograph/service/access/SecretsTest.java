package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.barograph.service.ServiceTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestPropertySource;

/** Listens to all loggers at their most talkative while secrets are made, sent and mistyped. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:secrets;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class SecretsTest extends ServiceTest {

    private static final String PASSWORD = "unmistakable-pass-phrase-4711";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<Logger> louder = new ArrayList<>();

    @BeforeEach
    void listen() {
        for (String name : List.of("io.barograph", "org.springframework.security")) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(Level.TRACE);
            louder.add(logger);
        }
        said.start();
        root.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(said);
        louder.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void noLogHoldsAPasswordOrAKey() throws Exception {
        HttpResponse<String> made = post("/api/v1/access/keys", "{\"name\":\"quiet\",\"roles\":[\"csm\"]}");
        String token = json(made).get("token").asString();
        post("/api/v1/access/users", "{\"name\":\"quiet\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"csm\"]}");
        send(strange("/api/v1/me").header("Authorization", "Bearer " + token));
        send(strange("/api/v1/me").header("Authorization", "Bearer " + token + "x"));
        send(strange("/api/v1/me").header("Authorization", "Basic " + encoded("quiet:" + PASSWORD)));
        send(strange("/api/v1/me").header("Authorization", "Basic " + encoded("quiet:" + PASSWORD + "-")));
        post("/api/v1/access/users", "{\"name\":\"quiet\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"boss\"]}");
        post("/api/v1/access/users", "{\"name\":\"quiet\",\"password\":\"" + PASSWORD + "\"");
        Browser browser = new Browser(port());
        browser.signIn("quiet", PASSWORD);
        browser.post("/login", Map.of("username", "quiet", "password", PASSWORD));

        String log = said.list.stream()
                .map(event -> event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .reduce("", (all, line) -> all + "\n" + line);
        assertThat(log).as("it listened").contains("Secur");
        String secret = Token.parse(token).orElseThrow().secret();
        assertThat(log).doesNotContain(PASSWORD, secret, encoded("quiet:" + PASSWORD), "$2a$");
    }

    @Test
    void typesThatHoldSecretsDoNotPrintThem() {
        Token token = new Token("0123456789abcdef", "s".repeat(43));

        assertThat(token.toString()).doesNotContain("sss");
        assertThat(new UsersController.NewUser("a", null, PASSWORD, List.of("csm"), null).toString())
                .doesNotContain(PASSWORD);
        assertThat(new MeController.NewPassword(PASSWORD, PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
