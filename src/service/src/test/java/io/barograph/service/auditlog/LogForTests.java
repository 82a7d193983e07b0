package io.barograph.service.auditlog;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log on a test's own database, without the rest of the service; each call is another instance. */
public final class LogForTests {

    private LogForTests() {}

    public static AuditLog over(JdbcClient client, JdbcTemplate template) {
        LogRows rows = rows(client, template);
        return new AuditLog(rows, new StoredTree(rows), new LogState());
    }

    public static LogRows rows(JdbcClient client, JdbcTemplate template) {
        return new LogRows(client, template);
    }
}
