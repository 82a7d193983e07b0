package io.barograph.cli;

import io.barograph.engine.audit.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks a running service. */
final class ServiceClient {

    /**
     * What the service answered.
     *
     * @param text as it was sent, one JSON document
     * @param members of it; empty when it is no object
     */
    record Answer(String text, Map<?, ?> members) {

        /** A member as people read it; empty when there is none. */
        String told(String name) {
            Object value = members.get(name);
            return value == null ? "" : String.valueOf(value);
        }
    }

    /** The service said no, in words for people. */
    static final class RefusedException extends IOException {

        private final transient @Nullable Answer answer;

        RefusedException(String why) {
            this(why, null);
        }

        /** @param answer the problem document; null when the service did not answer */
        RefusedException(String why, @Nullable Answer answer) {
            super(why);
            this.answer = answer;
        }

        /** The problem document; null when the service did not answer. */
        @Nullable Answer answer() {
            return answer;
        }
    }

    private static final String BOUNDARY = "barograph-5f2c9e1d7a3b";
    private static final int UNAUTHENTICATED = 401;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI address;
    private final @Nullable String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param key an API key; null when the service needs none */
    ServiceClient(URI address, @Nullable String key) {
        this.address = address;
        this.key = key;
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** A text for people. */
    String text(String path) throws IOException {
        return send(request(path).header("Accept", "text/plain").GET()).text();
    }

    Answer delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /** @param members of the JSON object to send, in any order */
    Answer post(String path, Map<String, Object> members) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(CanonicalJson.bytes(members))));
    }

    Answer upload(String path, Map<String, String> fields, List<Path> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n"
                            + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + field.getValue() + "\r\n");
        }
        for (Path file : files) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"workbooks\"; filename=\""
                            + String.valueOf(file.getFileName()).replace("\"", "%22")
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.write(Files.readAllBytes(file));
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).timeout(PATIENCE);
        return key == null || key.isBlank() ? request : request.header("Authorization", "Bearer " + key.strip());
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException nobody) {
            throw new RefusedException("nothing answers at `" + address
                    + "`; start the service with `barograph serve`, or name it with `--server`");
        } catch (HttpTimeoutException slow) {
            throw new RefusedException(
                    "`" + address + "` did not answer in time; look at its health before you send this again");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RefusedException("stopped before the service answered");
        }
        Answer answer = answer(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException(refusal(response.statusCode(), answer), answer);
        }
        return answer;
    }

    private String refusal(int status, Answer answer) {
        if (status == UNAUTHENTICATED) {
            return key == null || key.isBlank()
                    ? "`" + address + "` asks who you are; put an API key into the environment variable `"
                            + ServiceAddress.KEY + "`, or name a file that has it with `--key-file`"
                    : "`" + address + "` does not take the API key from `" + ServiceAddress.KEY
                            + "` or `--key-file`: it is mistyped, ran out or was revoked; ask for a new one";
        }
        return answer.told("detail").isEmpty()
                ? "`" + address + "` answered with status " + status + "; is it a service of Barograph?"
                : answer.told("detail");
    }

    private static Answer answer(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            return new Answer(text, CanonicalJson.tree(body) instanceof Map<?, ?> members ? members : Map.of());
        } catch (JacksonException none) {
            return new Answer(text, Map.of());
        }
    }
}
