package io.barograph.benchmarks.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A database that the service writes to; it is gone when closed. */
sealed interface Store extends AutoCloseable {

    /** What stands in its row of a table. */
    String label();

    /** Where the service keeps its keys, and H2 its file. */
    Path folder();

    /** Of the service, as {@code name=value}. */
    List<String> settings();

    /** Of processes of its own. */
    Duration processorTime();

    @Override
    void close() throws IOException;

    static Store open(String kind) throws IOException {
        Path folder = Files.createTempDirectory("barograph-benchmark");
        return switch (kind) {
            case "h2" -> new H2(folder);
            case "postgres" -> Postgres.start(folder);
            default -> throw new IllegalArgumentException("`" + kind + "` is no store; use `h2` or `postgres`");
        };
    }

    /** A file, as a newcomer has it: a commit is written out before it returns. */
    record H2(Path folder) implements Store {

        @Override
        public String label() {
            return "H2";
        }

        @Override
        public List<String> settings() {
            return List.of();
        }

        @Override
        public Duration processorTime() {
            return Duration.ZERO;
        }

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }

    /** A server of its own that forces each commit to the disk. */
    record Postgres(Path folder, EmbeddedPostgres server) implements Store {

        static Postgres start(Path folder) throws IOException {
            if (LoggerFactory.getLogger("io.zonky") instanceof Logger words) {
                words.setLevel(Level.WARN); // they would stand among the results
            }
            return new Postgres(
                    folder,
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder.resolve("postgres"))
                            .setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start());
        }

        @Override
        public String label() {
            return "PostgreSQL";
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username=postgres");
        }

        @Override
        public Duration processorTime() {
            return ProcessHandle.allProcesses() // they do not stay children of who started them
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public void close() throws IOException {
            server.close();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
