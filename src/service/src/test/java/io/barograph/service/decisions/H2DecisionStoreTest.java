package io.barograph.service.decisions;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2DecisionStoreTest extends DecisionStoreContract {

    @TempDir
    Path folder;

    private @Nullable JdbcConnectionPool pool;

    @Override
    DataSource database() {
        JdbcConnectionPool opened = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000", "sa", "");
        pool = opened;
        Flyway.configure().dataSource(opened).load().migrate();
        return opened;
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.dispose();
        }
    }
}
