package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmbeddedTimeoutsTest extends ServiceTest {

    /** Something else may change the tables now and then, but not each time. */
    private static final int ATTEMPTS = 5;

    @Autowired
    private DataSource database;

    /** H2 parses all statements of all connections again when this number changes. */
    private long generation() throws Exception {
        try (Connection connection = database.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getModificationMetaId();
        }
    }

    @Test
    void decidingLeavesTheParsedStatementsOfTheDatabaseAlone() throws Exception {
        decideAndList();
        boolean leavesThemAlone = false;
        for (int attempt = 0; attempt < ATTEMPTS && !leavesThemAlone; attempt++) {
            long before = generation();
            decideAndList();
            leavesThemAlone = generation() == before;
        }
        assertThat(leavesThemAlone).isTrue();
    }

    private void decideAndList() throws Exception {
        String snapshot = "{\"account_id\": \"parsed-once\", \"as_of\": \"2026-03-01\"}";
        assertThat(post("/api/v1/decisions", snapshot).statusCode()).isEqualTo(201);
        assertThat(get("/api/v1/accounts").statusCode()).isEqualTo(200);
    }
}
