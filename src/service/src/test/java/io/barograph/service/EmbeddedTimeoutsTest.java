package io.barograph.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmbeddedTimeoutsTest extends ServiceTest {

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
        assertThat(IntStream.range(0, 5).anyMatch(attempt -> leavesThemAlone()))
                .as("nothing else in this process changes the tables five times in a row")
                .isTrue();
    }

    private boolean leavesThemAlone() {
        try {
            long before = generation();
            decideAndList();
            return generation() == before;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void decideAndList() throws Exception {
        String snapshot = "{\"account_id\": \"parsed-once\", \"as_of\": \"2026-03-01\"}";
        assertThat(post("/api/v1/decisions", snapshot).statusCode()).isEqualTo(201);
        assertThat(get("/api/v1/accounts").statusCode()).isEqualTo(200);
    }
}
