package io.barograph.service;

import io.barograph.service.access.KeysForTests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to the whole service over HTTP, with an API key that has every role; it runs the shipped model on a real database. Each test
 * brings its own accounts.
 */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "barograph.home=${barograph.root}",
            "barograph.data=target/service-test-data",
            "spring.datasource.url=jdbc:h2:mem:service-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "spring.datasource.hikari.connection-timeout=1000"
        })
public abstract class ServiceTest {

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient client;

    @BeforeEach
    final void letTestsIn() {
        KeysForTests.plant(client);
    }

    protected HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    protected HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> postLines(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(body)));
    }

    protected HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = strange(path).header("Authorization", "Bearer " + KeysForTests.TOKEN);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A request of nobody who is known. */
    protected HttpRequest.Builder strange(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    protected int port() {
        return port;
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    protected long count(String table) {
        return client.sql("select count(*) from " + table).query(Long.class).single();
    }
}
