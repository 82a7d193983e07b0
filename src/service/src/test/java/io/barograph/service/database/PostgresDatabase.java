package io.barograph.service.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of {@link PostgresServer}. */
public record PostgresDatabase(int port, String name) {

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /** Connections of a role. */
    public DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        return source;
    }
}
