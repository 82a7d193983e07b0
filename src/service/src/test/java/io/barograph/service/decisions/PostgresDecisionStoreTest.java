package io.barograph.service.decisions;

import io.barograph.service.database.PostgresServer;
import javax.sql.DataSource;

/** As the role that the service runs as, which does not own the tables. */
class PostgresDecisionStoreTest extends DecisionStoreContract {

    @Override
    DataSource database() {
        return PostgresServer.database().as(PostgresServer.APPLICATION);
    }
}
