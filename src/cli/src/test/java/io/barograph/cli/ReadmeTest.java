package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README's commands in order, in the project's root. Each {@code sh} block is one run of {@code sh -e}; it must end
 * with 0, and the lines of a {@code text} block right after it must stand in its output, in that order. {@code mvn}
 * is what runs this test, so it is not run again. {@code serve} is started beside the others, on a free port that
 * replaces 8080 everywhere, with a database of its own, and stopped at the end; what it says to {@code export} the commands after it
 * have in their environment. A block that names {@code $BAROGRAPH_DATA} is skipped
 * when the data is not there.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root"));
    private static final int LONGEST_MINUTES = 5;

    @TempDir
    private static Path folder;

    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*export (BAROGRAPH_[A-Z0-9]+)=(\\S+)$");
    private static final Map<String, String> EXPORTED = new TreeMap<>();

    private static @Nullable Process service;

    /** @param output lines to find; empty when the README shows none */
    private record Block(String command, List<String> output) {}

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        List<Block> blocks = blocks(Files.readAllLines(ROOT.resolve("README.md")));
        assertThat(blocks).hasSizeGreaterThan(5);
        String port = freePort();
        return blocks.stream()
                .filter(block -> !block.command().startsWith("mvn "))
                .map(block -> new Block(block.command().replace("8080", port), block.output()))
                .map(block -> DynamicTest.dynamicTest(
                        block.command().lines().findFirst().orElse(""), () -> {
                            if (block.command().contains(" serve ")) {
                                serve(block.command(), port);
                            } else {
                                run(block);
                            }
                        }));
    }

    @AfterAll
    static void stopService() throws InterruptedException {
        if (service != null) {
            service.destroy();
            assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        boolean follows = false;
        for (int i = 0; i < lines.size(); i++) {
            String fence = lines.get(i);
            if (fence.equals("```sh") || fence.equals("```text")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                List<String> body = lines.subList(i + 1, end);
                if (fence.equals("```sh")) {
                    blocks.add(new Block(String.join("\n", body), List.of()));
                } else {
                    assertThat(follows)
                            .as("the output in line %s follows a command", i + 1)
                            .isTrue();
                    blocks.add(new Block(blocks.remove(blocks.size() - 1).command(), List.copyOf(body)));
                }
                follows = fence.equals("```sh");
                i = end;
            } else if (!fence.isBlank()) {
                follows = false;
            }
        }
        return blocks;
    }

    private static void run(Block block) throws IOException, InterruptedException {
        if (block.command().contains("$BAROGRAPH_DATA")) {
            assumeTrue(Files.isDirectory(data().resolve("telco-ibm")), "skipped: no public data in " + data());
        }
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(block.command(), output);
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        process.destroy();
        String text = Files.readString(output);
        assertThat(ended).as("ended: %s", text).isTrue();
        assertThat(process.exitValue()).as("exit code: %s", text).isZero();
        assertThat(text).containsSubsequence(block.output().toArray(String[]::new));
    }

    private static void serve(String command, String port) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "serve", ".txt");
        service = start("exec " + command + " --data '" + folder.resolve("data") + "'", log);
        for (int second = 0; second < LONGEST_MINUTES * 60; second++) {
            assertThat(service.isAlive())
                    .as("running: %s", Files.readString(log))
                    .isTrue();
            if (isUp(port)) {
                Matcher export = EXPORT.matcher(Files.readString(log));
                while (export.find()) {
                    EXPORTED.put(export.group(1), export.group(2));
                }
                assertThat(EXPORTED).as("keys that it tells").containsKey("BAROGRAPH_KEY");
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("not ready: " + Files.readString(log));
    }

    private static boolean isUp(String port) throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) URI.create("http://localhost:" + port + "/actuator/health/readiness")
                        .toURL()
                        .openConnection();
        try {
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (ConnectException notYet) {
            return false;
        } finally {
            health.disconnect();
        }
    }

    private static Process start(String command, Path output) throws IOException {
        ProcessBuilder process = new ProcessBuilder("sh", "-e", "-c", command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().put("BAROGRAPH_DATA", data().toString());
        process.environment().putAll(EXPORTED);
        return process.start();
    }

    private static Path data() {
        String told = System.getenv("BAROGRAPH_DATA");
        return told == null || told.isEmpty() ? ROOT.resolve("../shared/data").normalize() : ROOT.resolve(told);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
