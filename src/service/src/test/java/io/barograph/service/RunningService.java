package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.access.KeysForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
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

    /**
     * The shipped model, set up further than the command line does.
     *
     * @param properties {@code name=value}
     */
    public static RunningService start(Path home, Path data, List<String> properties) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--barograph.home=" + home.toAbsolutePath(), "--barograph.data=" + data));
        properties.forEach(property -> arguments.add("--" + property));
        return new RunningService(application.run(arguments.toArray(String[]::new)));
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

    /** What is asked for with a body and is then to be found elsewhere: where. */
    public String location(String path, String body) throws Exception {
        var answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public int status(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    /** The answer to a request that is refused. */
    public JsonNode refused(String path, int status) throws Exception {
        var answer = http.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** The answer to a body that is refused. */
    public JsonNode refusedPost(String path, String body, int status) throws Exception {
        var answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** The answer to a batch, a line each. */
    public List<JsonNode> batch(String lines) throws Exception {
        byte[] answers = send(request("/api/v1/decisions/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        return new String(answers, StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private byte[] send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(request.build().uri().toString()).isBetween(200, 299);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + KeysForTests.TOKEN);
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public JdbcClient client() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
