package io.barograph.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.auditlog.LogForTests;
import io.barograph.service.database.H2Database;
import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At least fifty rounds, half of them on each database. {@code -Dbarograph.crash.seed} repeats a run as far as timing allows. */
class CrashRoundsTest {

    private static final int ROUNDS = Integer.getInteger("barograph.crash.rounds.slim", 25);

    private static final int LAST_LINES = 40;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path decisions;

    @BeforeAll
    static void decide() throws Exception {
        decisions = shared.resolve("decisions.txt");
        MadeDecisions.write(Path.of(System.getProperty("barograph.root", "../..")), decisions);
    }

    @Test
    void everyAnsweredDecisionIsKeptOnceOnH2() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        H2Database.in(data).dispose();
        String url = "jdbc:h2:file:" + data.resolve("barograph") + H2Database.SETTINGS;
        StoredLog stored = new StoredLog(check -> {
            // a copy, so that the next process finds what the crash left, not what another one mended
            Path copy = Files.createDirectories(folder.resolve("copy"));
            Files.deleteIfExists(copy.resolve("barograph.mv.db"));
            Files.copy(data.resolve("barograph.mv.db"), copy.resolve("barograph.mv.db"));
            JdbcConnectionPool pool = H2Database.pool(copy);
            try {
                check.accept(pool);
            } finally {
                pool.getConnection().createStatement().execute("shutdown immediately");
                pool.dispose();
            }
        });

        run(new CrashRounds(SlimVictim.launcher(url, "barograph", keys(), decisions, log()), stored));

        JdbcConnectionPool pool = H2Database.pool(data);
        assertThat(LogForTests.open(pool, keys(), Integer.MAX_VALUE).damage()).isNull();
        pool.dispose();
    }

    @Test
    void everyAnsweredDecisionIsKeptOnceOnPostgres() throws Exception {
        PostgresDatabase database = PostgresServer.database();
        StoredLog stored = new StoredLog(check -> check.accept(database.as(PostgresServer.OWNER)));

        run(new CrashRounds(
                SlimVictim.launcher(database.url(), PostgresServer.APPLICATION, keys(), decisions, log()), stored));

        assertThat(LogForTests.open(database.as(PostgresServer.APPLICATION), keys(), Integer.MAX_VALUE)
                        .damage())
                .isNull();
    }

    private void run(CrashRounds rounds) throws Exception {
        try {
            rounds.run(ROUNDS);
        } catch (AssertionError failure) {
            List<String> said = Files.readAllLines(log().toPath());
            said.subList(Math.max(0, said.size() - LAST_LINES), said.size()).forEach(System.out::println);
            throw failure;
        }
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private File log() {
        return folder.resolve("process.log").toFile();
    }
}
