package io.barograph.benchmarks.http;

import io.barograph.benchmarks.engine.ShippedModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service under load: a Java of its own, on an empty store that goes with it. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready at http://[^:]+:(\\d+) ");

    private final Process process;
    private final Store store;
    private final int port;

    /** Requests a second of one caller: the client is a thousand in one. */
    private static final int UNLIMITED = 1_000_000;

    private ServiceProcess(Process process, Store store, int port) {
        this.process = process;
        this.store = store;
        this.port = port;
    }

    /** @param options of its Java, and settings as {@code -Dname=value} */
    static ServiceProcess start(Store store, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms512m"); // half, as `./barograph serve` starts with
        command.add("-Xmx1g");
        command.add("-Dbarograph.home=" + ShippedModel.root());
        command.add("-Dbarograph.data=" + store.folder());
        command.add("-Dbarograph.access.rate=" + UNLIMITED);
        store.settings().forEach(setting -> command.add("-D" + setting));
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BenchmarkService.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new ServiceProcess(process, store, port(process));
    }

    private static int port(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread rest = new Thread(() -> out.lines().forEach(System.err::println), "what the service says");
                rest.setDaemon(true);
                rest.start();
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new IOException("the service did not start:\n" + said);
    }

    int port() {
        return port;
    }

    /** Processor time of the service so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of the database's own processes so far; none when it runs in the service. */
    Duration databaseTime() {
        return store.processorTime();
    }

    /** Bytes on disk. */
    long stored() throws IOException {
        try (var files = Files.walk(store.folder())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Stops it the way an operator does, and waits. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
