package io.barograph.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The least that anything durable costs in this service and its database: one row a request in a table without any index but its
 * key, and one commit for all requests that wait by then.
 */
@Component
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
class OneRow {

    private static final int LARGEST_GROUP = 128;
    private static final String TABLE =
            "create table if not exists benchmark_row (id bigint primary key, content bytea not null)";
    private static final String INSERT = "insert into benchmark_row (id, content) values (?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private long rows;

    OneRow(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private record Waiting(byte[] content, CompletableFuture<@Nullable Void> kept) {}

    /** Returns once it is on disk, or throws what kept it from that. */
    void keep(byte[] content) {
        Waiting own = new Waiting(content, new CompletableFuture<>());
        queue.add(own);
        writing.lock();
        try {
            while (!own.kept().isDone()) {
                write();
            }
        } finally {
            writing.unlock();
        }
        own.kept().join();
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        while (group.size() < LARGEST_GROUP && queue.peek() != null) {
            group.add(queue.remove());
        }
        try {
            if (rows == 0) {
                jdbc.execute(TABLE);
            }
            transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                    INSERT,
                    group.stream()
                            .map(waiting -> new Object[] {rows++, waiting.content()})
                            .toList()));
            group.forEach(waiting -> waiting.kept().complete(null));
        } catch (RuntimeException failure) {
            group.forEach(waiting -> waiting.kept().completeExceptionally(failure));
        }
    }
}
