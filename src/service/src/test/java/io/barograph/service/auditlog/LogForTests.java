package io.barograph.service.auditlog;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    /** Opened as the service does at its start, and able to sign. */
    public record Opened(
            AuditLog log, Checkpoints checkpoints, @Nullable Object damage) {}

    /** @param tail how many of the last records are checked first */
    public static Opened open(DataSource database, Path keys, int tail) {
        LogInstance opened = new LogInstance(database, new LogProperties(keys, null, null, tail)).opened();
        return new Opened(opened.log, opened.checkpoints, opened.damage());
    }
}
