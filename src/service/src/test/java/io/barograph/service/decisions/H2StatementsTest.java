package io.barograph.service.decisions;

import io.barograph.service.database.H2Database;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2StatementsTest extends StatementsContract {

    @TempDir
    Path folder;

    private @Nullable JdbcConnectionPool pool;

    @Override
    DataSource database() {
        JdbcConnectionPool opened = H2Database.in(folder);
        pool = opened;
        return opened;
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.dispose();
        }
    }
}
