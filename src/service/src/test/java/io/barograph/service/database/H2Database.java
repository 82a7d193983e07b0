package io.barograph.service.database;

import io.barograph.service.UncleanStore;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of H2 in a file, as the service makes it. */
public final class H2Database {

    public static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000";

    private H2Database() {}

    /** With the tables in it; close the pool to close it. */
    public static JdbcConnectionPool in(Path folder) {
        JdbcConnectionPool pool = pool(folder);
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    /** One that has its tables, opened as the service opens it. */
    public static JdbcConnectionPool pool(Path folder) {
        UncleanStore.mend(folder.resolve("barograph.mv.db"));
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("barograph") + SETTINGS, "barograph", "");
    }
}
