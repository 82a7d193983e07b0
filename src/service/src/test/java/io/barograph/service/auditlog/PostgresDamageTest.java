package io.barograph.service.auditlog;

import com.zaxxer.hikari.HikariDataSource;
import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** As the role that the service runs as, which does not own the tables. */
class PostgresDamageTest extends DamageContract {

    private final PostgresDatabase server = PostgresServer.database();
    private final HikariDataSource pool = new HikariDataSource();

    @Override
    DataSource database() {
        pool.setDataSource(server.as(PostgresServer.APPLICATION));
        return pool;
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Override
    DataSource owner() {
        return server.as(PostgresServer.OWNER);
    }

    @Override
    String bytes(String hex) {
        return "'\\x" + hex + "'";
    }
}
