package io.barograph.service.auditlog;

import io.barograph.service.database.H2Database;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2DamageTest extends DamageContract {

    @TempDir
    Path folder;

    private @Nullable JdbcConnectionPool pool;

    @Override
    DataSource database() {
        JdbcConnectionPool opened = H2Database.in(folder);
        pool = opened;
        return opened;
    }

    @Override
    DataSource owner() {
        return Objects.requireNonNull(pool);
    }

    @Override
    String bytes(String hex) {
        return "X'" + hex + "'";
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.dispose();
        }
    }
}
