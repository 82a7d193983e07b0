package io.barograph.service.governance;

import io.barograph.service.database.OnPostgres;
import io.barograph.service.database.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** As a role that may only add to most tables. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresLifecycleTest extends LifecycleContract {

    @Value("${spring.datasource.url}")
    private String url = "";

    @Override
    JdbcClient owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(PostgresServer.OWNER);
        return JdbcClient.create(source);
    }
}
