package io.barograph.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CrashTest {

    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("sign in as `admin` with the password (\\S+)");
    private static final Pattern ID = Pattern.compile("\"decision_id\":\"([^\"]+)\"");

    @TempDir
    Path data;

    @Test
    void anAnsweredDecisionSurvivesAKilledProcess() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceProcess.class.getName(),
                        System.getProperty("barograph.root", "../.."),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        UUID answered;
        try {
            answered = decide(service);
        } finally {
            service.destroyForcibly().waitFor();
        }

        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + data.resolve("barograph"));
        database.setUser("barograph");
        assertThat(JdbcClient.create(database)
                        .sql("select account_id from decision where decision_id = ?")
                        .param(answered)
                        .query(String.class)
                        .single())
                .isEqualTo("survivor");
    }

    /** @param admin takes the first user's password */
    private static String address(Process service, AtomicReference<String> admin) throws Exception {
        BufferedReader out = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher password = PASSWORD.matcher(line);
            if (password.find()) {
                admin.set(password.group(1));
            }
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the service did not start:\n" + said);
    }

    private static UUID decide(Process service) throws Exception {
        AtomicReference<String> admin = new AtomicReference<>("");
        String address = address(service, admin);
        String credentials = Base64.getEncoder().encodeToString(("admin:" + admin.get()).getBytes(UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/decisions"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + credentials)
                                .POST(BodyPublishers.ofString("{\"account_id\":\"survivor\"}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return UUID.fromString(id.group(1));
    }
}
