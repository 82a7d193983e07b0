package io.barograph.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets the service of a test run on a PostgreSQL server of its own. */
public final class OnOwnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable OwnPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("own-postgres");
            OwnPostgres own = new OwnPostgres(folder.resolve("data"));
            server = own;
            TestPropertyValues.of(OnPostgres.properties(own.database(), folder.resolve("keys")))
                    .applyTo(context);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static OwnPostgres server() {
        return Objects.requireNonNull(server);
    }
}
