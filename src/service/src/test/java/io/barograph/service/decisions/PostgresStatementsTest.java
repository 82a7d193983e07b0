package io.barograph.service.decisions;

import io.barograph.service.database.PostgresServer;
import javax.sql.DataSource;

class PostgresStatementsTest extends StatementsContract {

    @Override
    DataSource database() {
        return PostgresServer.database().as(PostgresServer.APPLICATION);
    }
}
