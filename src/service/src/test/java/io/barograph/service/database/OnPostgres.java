package io.barograph.service.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets the service of a test run on a PostgreSQL database of its own, with the roles that README shows. */
public final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        PostgresDatabase database = PostgresServer.emptyDatabase();
        TestPropertyValues.of(properties(database, Path.of("target/service-test-data/keys-" + database.name())))
                .applyTo(context);
    }

    static List<String> properties(PostgresDatabase database, Path keys) {
        List<String> properties = new ArrayList<>(properties(database));
        properties.add("barograph.audit.keys=" + keys);
        return properties;
    }

    /** Without the folder of the log's keys, which instances share. */
    public static List<String> properties(PostgresDatabase database) {
        return List.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + PostgresServer.APPLICATION,
                "spring.flyway.url=" + database.url(),
                "spring.flyway.user=" + PostgresServer.OWNER,
                "spring.flyway.password=",
                "barograph.database.application-role=" + PostgresServer.APPLICATION,
                "barograph.database.retention-role=" + PostgresServer.RETENTION);
    }
}
