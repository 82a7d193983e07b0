package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.access.KeysForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is started from the command line, for tests that start it again. */
public final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        KeysForTests.plant(client());
    }

    public static RunningService start(Path home, Path model, Path data) {
        return new RunningService(BarographService.start(new ServeOptions(home, 0, false, model, data)));
    }

    public JsonNode post(String path, String body) throws Exception {
        return JSON.readTree(
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    public JsonNode get(String path) throws Exception {
        return JSON.readTree(bytes(path));
    }

    public byte[] bytes(String path) throws Exception {
        return send(request(path));
    }

    /** The answer to a request that is refused. */
    public JsonNode refused(String path, int status) throws Exception {
        var answer = http.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private byte[] send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(request.build().uri().toString()).isBetween(200, 299);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + KeysForTests.TOKEN);
    }

    public JdbcClient client() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
