package io.barograph.service.records;

import com.zaxxer.hikari.HikariDataSource;
import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As the roles that the service runs as, which do not own the tables. */
class PostgresRecordSearchTest extends RecordSearchContract {

    private @Nullable PostgresDatabase database;
    private @Nullable HikariDataSource pool;

    @Override
    DataSource database() {
        PostgresDatabase made = PostgresServer.database();
        database = made;
        HikariDataSource opened = new HikariDataSource();
        opened.setDataSource(made.as(PostgresServer.APPLICATION));
        pool = opened;
        return opened;
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    void retire(String statement) {
        JdbcClient.create(Objects.requireNonNull(database).as(PostgresServer.RETENTION))
                .sql(statement)
                .update();
    }
}
