package io.barograph.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** A PostgreSQL of a test's own, which may be stopped at once, lose a process, and be started again. */
public final class OwnPostgres {

    private final Path data;
    private EmbeddedPostgres server;

    /** Skipped where {@link PostgresServer} is. */
    public OwnPostgres(Path data) throws IOException, SQLException {
        PostgresServer.database();
        this.data = data;
        this.server = started(0);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + PostgresServer.APPLICATION + " login");
            statement.execute("create role " + PostgresServer.RETENTION + " login");
        }
    }

    public PostgresDatabase database() {
        return new PostgresDatabase(server.getPort(), "postgres");
    }

    /** As {@code pg_ctl stop -m immediate}: nothing is finished, and the next start recovers from the journal. */
    public void stopAtOnce() throws IOException, InterruptedException {
        long postmaster = postmaster();
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
        ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
    }

    /** {@code kill -9} of one of the processes that serve connections; the server then restarts them all. */
    public void killABackend(Random random) throws SQLException, IOException {
        List<Long> backends = ProcessHandle.of(postmaster()).stream()
                .flatMap(ProcessHandle::children)
                .filter(process -> commandLine(process.pid()).contains(PostgresServer.APPLICATION))
                .map(ProcessHandle::pid)
                .toList();
        if (!backends.isEmpty()) {
            ProcessHandle.of(backends.get(random.nextInt(backends.size()))).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    public void startAgain() throws IOException {
        int port = server.getPort();
        server.close(); // it is stopped, but the folder still counts as taken
        server = started(port);
    }

    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres started(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "50");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
