package io.barograph.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The least that anything durable costs in this service and its database: one row a request in a table without any index but its
 * key, and one commit for all requests that wait by then.
 */
@Component
class OneRow {

    private static final int LARGEST_GROUP = 128;
    private static final String TABLE =
            "create table if not exists benchmark_row (id bigint primary key, content %s not null)";
    private static final String INSERT = "insert into benchmark_row (id, content) values (?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private long rows = -1;

    OneRow(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private static final class Waiting {
        private final byte[] content;
        private volatile boolean kept;

        Waiting(byte[] content) {
            this.content = content;
        }
    }

    /** Returns once it is on disk. */
    void keep(byte[] content) {
        Waiting own = new Waiting(content);
        queue.add(own);
        writing.lock();
        try {
            while (!own.kept) {
                write();
            }
        } finally {
            writing.unlock();
        }
    }

    private void write() {
        if (rows < 0) {
            jdbc.execute(TABLE.formatted(isPostgres() ? "bytea" : "varbinary"));
            rows = 0;
        }
        List<Waiting> group = new ArrayList<>();
        while (group.size() < LARGEST_GROUP && queue.peek() != null) {
            group.add(queue.remove());
        }
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                INSERT,
                group.stream()
                        .map(waiting -> new Object[] {rows++, waiting.content})
                        .toList()));
        group.forEach(waiting -> waiting.kept = true);
    }

    private boolean isPostgres() {
        return Boolean.TRUE.equals(jdbc.execute((java.sql.Connection connection) ->
                connection.getMetaData().getDatabaseProductName().startsWith("Postgre")));
    }
}
