package io.barograph.cli;

import io.barograph.service.crash.Answered;
import io.barograph.service.crash.Request;
import io.barograph.service.crash.Victim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged jar as it serves, spoken to over HTTP. */
final class JarVictim implements Victim {

    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("sign in as `admin` with the password (\\S+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"decision_id\":\"([^\"]+)\"");
    private static final int ACCOUNTS = 5;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Process process;
    private final String address;
    private final String key;

    /** @param known the API key to send; empty before one was made */
    private JarVictim(Process process, AtomicReference<String> known) throws IOException {
        this.process = process;
        AtomicReference<String> admin = new AtomicReference<>("");
        this.address = address(process, admin);
        String before = known.get();
        this.key = before == null || before.isEmpty() ? newKey(String.valueOf(admin.get())) : before;
        known.set(key);
    }

    /** @param settings environment variables of the service */
    static Launcher launcher(Path jar, Path data, Map<String, String> settings) {
        AtomicReference<String> key = new AtomicReference<>("");
        return () -> {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            jar.toString(),
                            "serve",
                            "--port",
                            "0",
                            "--data",
                            data.toString())
                    .directory(Run.ROOT.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(settings);
            return new JarVictim(builder.start(), key);
        };
    }

    @Override
    public Optional<List<Answered>> send(Request request) {
        HttpRequest.Builder post = request.names().size() > 1
                ? post("/api/v1/decisions/batch", "application/x-ndjson", request)
                : post("/api/v1/decisions", "application/json", request);
        if (request.keyed()) {
            post.header("Idempotency-Key", request.key());
        }
        return send(post).filter(answer -> answer.statusCode() < 300).flatMap(answer -> {
            List<String> lines = answer.body().lines().toList();
            List<Answered> answered = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Matcher id = ID.matcher(lines.get(i));
                if (!id.find()) {
                    return Optional.empty();
                }
                answered.add(new Answered(
                        UUID.fromString(id.group(1)),
                        request.names().get(i),
                        Answered.digest(lines.get(i).getBytes(StandardCharsets.UTF_8))));
            }
            return Optional.of(answered);
        });
    }

    @Override
    public Optional<String> checkpoint() {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/audit/checkpoint"))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/plain"))
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder post(String path, String type, Request request) {
        String body = request.names().stream()
                .map(name -> "{\"account_id\":\"acme-" + Math.floorMod(name.hashCode(), ACCOUNTS)
                        + "\",\"as_of\":\"2026-03-0" + (1 + Math.floorMod(name.hashCode() / 7, 3))
                        + "\",\"attributes\":{\"arr\":180000},\"history\":" + Request.signature(name)
                        + ",\"indicators\":{\"seat_utilisation\":" + Math.floorMod(name.hashCode(), 100) + "}}")
                .collect(Collectors.joining("\n"));
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body));
    }

    /** The first start told the password of the first user, who makes a key. */
    private String newKey(String password) throws IOException {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        Matcher token = send(HttpRequest.newBuilder(URI.create(address + "/api/v1/access/keys"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + credentials)
                        .POST(BodyPublishers.ofString("{\"name\":\"victim\",\"roles\":[\"decider\"]}")))
                .map(answer -> TOKEN.matcher(answer.body()))
                .orElseThrow(() -> new IOException("the service made no key"));
        if (!token.find()) {
            throw new IOException("the service made no key");
        }
        return token.group(1);
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reads on behind it, so that the process never waits for us. */
    private static String address(Process process, AtomicReference<String> admin) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher password = PASSWORD.matcher(line);
            if (password.find()) {
                admin.set(password.group(1));
            }
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread rest = new Thread(() -> out.lines().forEach(ignored -> {}), "output of " + process.pid());
                rest.setDaemon(true);
                rest.start();
                return ready.group(1);
            }
        }
        throw new AssertionError("the service did not start:\n" + said);
    }
}
