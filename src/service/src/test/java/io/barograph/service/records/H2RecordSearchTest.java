package io.barograph.service.records;

import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2RecordSearchTest extends RecordSearchContract {

    @TempDir
    Path folder;

    private @Nullable JdbcConnectionPool pool;

    @Override
    DataSource database() {
        JdbcConnectionPool opened =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("store") + ";LOCK_TIMEOUT=5000", "sa", "");
        pool = opened;
        Flyway.configure().dataSource(opened).load().migrate();
        return opened;
    }

    @Override
    void retire(String statement) {
        JdbcClient.create(Objects.requireNonNull(pool)).sql(statement).update();
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.dispose();
        }
    }
}
