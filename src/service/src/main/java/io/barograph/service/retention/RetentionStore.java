package io.barograph.service.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What retention reads and takes away; the latter as a role of the database that may. */
@Component
class RetentionStore {

    private static final List<String> GOES_ALONG = List.of(
            "delete from idempotency_key where decision_id in"
                    + " (select decision_id from decision where leaf_index >= ? and leaf_index < ?)",
            "delete from account_flag where account_id in"
                    + " (select account_id from account where leaf_index >= ? and leaf_index < ?)",
            "delete from account where leaf_index >= ? and leaf_index < ?",
            "delete from account_past where first_index >= ? and first_index < ?",
            "delete from decision where leaf_index >= ? and leaf_index < ?",
            "update log_entry set record = null where leaf_index >= ? and leaf_index < ? and kind = 'decision'"
                    + " and record is not null");

    private final JdbcClient client;
    private final JdbcClient mayDelete;
    private final TransactionTemplate transaction;

    RetentionStore(DataSource database, JdbcConnectionDetails connection, RetentionProperties properties) {
        DataSource deleting = properties.username().isEmpty()
                ? database
                : DataSourceBuilder.create()
                        .url(connection.getJdbcUrl())
                        .username(properties.username())
                        .password(properties.password())
                        .type(SimpleDriverDataSource.class)
                        .driverClassName(connection.getDriverClassName())
                        .build();
        this.client = JdbcClient.create(database);
        this.mayDelete = JdbcClient.create(deleting);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(deleting));
    }

    /** The first decision that is not older; empty when all are. */
    Optional<Long> firstSince(long from, Instant before) {
        return client.sql(
                        "select leaf_index from log_entry where leaf_index >= ? and recorded_at >= ? and kind = 'decision'"
                                + " order by leaf_index fetch first 1 row only")
                .params(from, before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The first record of a decision; empty when there is none any more. */
    Optional<Long> firstDecision(long from) {
        return client.sql("select leaf_index from log_entry where leaf_index >= ? and kind = 'decision'"
                        + " order by leaf_index fetch first 1 row only")
                .param(from)
                .query(Long.class)
                .optional();
    }

    /** Events in a range: they stay. */
    List<Long> events(long from, long to) {
        return client.sql(
                        "select leaf_index from log_event where leaf_index >= ? and leaf_index < ? order by leaf_index")
                .params(from, to)
                .query(Long.class)
                .list();
    }

    /** Takes the records of a range away, with everything that was derived from them. Doing it again changes nothing. */
    void takeAway(long from, long to) {
        transaction.executeWithoutResult(status ->
                GOES_ALONG.forEach(sql -> mayDelete.sql(sql).params(from, to).update()));
    }

    /** Whether something of a range is still there. */
    boolean holds(long from, long to) {
        return client.sql("select count(*) from log_entry where leaf_index >= ? and leaf_index < ?"
                                + " and kind = 'decision' and record is not null")
                        .params(from, to)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
