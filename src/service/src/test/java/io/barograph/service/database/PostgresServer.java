package io.barograph.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL, started once for all tests of a run. Its tables belong to one role and the service runs as another,
 * as README shows it for production.
 */
public final class PostgresServer {

    public static final String OWNER = "postgres";
    public static final String APPLICATION = "barograph_app";
    public static final String RETENTION = "barograph_retention";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private PostgresServer() {}

    /**
     * A database of its own with the tables in it.
     *
     * <p>Where the binaries for this machine are missing the test is skipped, saying so; never where the environment
     * says {@code BAROGRAPH_REQUIRE_POSTGRES=1}, as the continuous integration does.
     */
    public static PostgresDatabase database() {
        PostgresDatabase database = emptyDatabase();
        migrate(database.as(OWNER));
        return database;
    }

    /** The same without tables. */
    static PostgresDatabase emptyDatabase() {
        EmbeddedPostgres running = running();
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new PostgresDatabase(running.getPort(), name);
    }

    /** Makes the tables, as the service does at its start. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration", "classpath:db/postgresql")
                .placeholders(Map.of("application_role", APPLICATION, "retention_role", RETENTION))
                .load()
                .migrate();
    }

    private static synchronized EmbeddedPostgres running() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role " + APPLICATION + " login");
                    statement.execute("create role " + RETENTION + " login");
                }
            } catch (IOException | SQLException | IllegalStateException failure) {
                Assumptions.assumeFalse(
                        !"1".equals(System.getenv("BAROGRAPH_REQUIRE_POSTGRES")),
                        "skipped: no PostgreSQL can be started here (" + failure.getMessage() + ")");
                throw failure instanceof IOException io
                        ? new UncheckedIOException(io)
                        : new IllegalStateException(failure);
            }
        }
        return server;
    }
}
