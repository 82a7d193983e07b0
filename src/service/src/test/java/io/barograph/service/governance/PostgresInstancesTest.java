package io.barograph.service.governance;

import io.barograph.service.database.OnPostgres;
import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

class PostgresInstancesTest extends InstancesContract {

    private @Nullable PostgresDatabase database;

    @Override
    List<String> database() {
        if (database == null) {
            database = PostgresServer.database();
        }
        return OnPostgres.properties(database);
    }
}
