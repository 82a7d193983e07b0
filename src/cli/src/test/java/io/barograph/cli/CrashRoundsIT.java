package io.barograph.cli;

import io.barograph.service.crash.CrashRounds;
import io.barograph.service.crash.StoredLog;
import io.barograph.service.database.H2Database;
import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the packaged jar under load: a few rounds here, as many as {@code -Dbarograph.crash.rounds} says. */
class CrashRoundsIT {

    private static final Path JAR = Run.ROOT.resolve("src/cli/target/barograph.jar");
    private static final int ROUNDS = Integer.getInteger("barograph.crash.rounds", 2);

    @TempDir
    Path folder;

    @Test
    void everyAnsweredDecisionIsKeptOnceOnH2() throws Exception {
        Path data = folder.resolve("data");
        StoredLog stored = new StoredLog(check -> {
            Path copy = Files.createDirectories(folder.resolve("copy"));
            Files.deleteIfExists(copy.resolve("barograph.mv.db"));
            Files.copy(data.resolve("barograph.mv.db"), copy.resolve("barograph.mv.db"));
            JdbcConnectionPool pool = H2Database.pool(copy);
            try {
                check.accept(pool);
            } finally {
                pool.dispose();
            }
        });

        new CrashRounds(JarVictim.launcher(JAR, data, Map.of()), stored).run(ROUNDS);
    }

    @Test
    void everyAnsweredDecisionIsKeptOnceOnPostgres() throws Exception {
        PostgresDatabase database = PostgresServer.database();
        StoredLog stored = new StoredLog(check -> check.accept(database.as(PostgresServer.OWNER)));
        Map<String, String> settings = Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_USERNAME",
                PostgresServer.APPLICATION,
                "SPRING_FLYWAY_URL",
                database.url(),
                "SPRING_FLYWAY_USER",
                PostgresServer.OWNER,
                "BAROGRAPH_DATABASE_APPLICATIONROLE",
                PostgresServer.APPLICATION,
                "BAROGRAPH_DATABASE_RETENTIONROLE",
                PostgresServer.RETENTION);

        new CrashRounds(JarVictim.launcher(JAR, folder.resolve("data"), settings), stored).run(ROUNDS);
    }
}
