package io.barograph.service.records;

import io.barograph.service.auditlog.LogForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The search over a test's own database; each is another instance. */
record RecordsOn(
        JdbcClient client, JdbcTemplate template, RecordSearch search, RecordIndex index, SimpleMeterRegistry meters) {

    static RecordsOn database(DataSource database) {
        return database(database, new JdbcTransactionManager(database));
    }

    static RecordsOn database(DataSource database, PlatformTransactionManager transactions) {
        JdbcClient client = JdbcClient.create(database);
        JdbcTemplate template = new JdbcTemplate(database);
        IndexRows rows = new IndexRows(client, template);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return new RecordsOn(
                client,
                template,
                new RecordSearch(
                        LogForTests.over(client, template),
                        rows,
                        new FreshTerms(LogForTests.rows(client, template), FilledModel::ofDigest),
                        new RecordRows(client)),
                new RecordIndex(LogForTests.rows(client, template), rows, FilledModel::ofDigest, transactions, meters),
                meters);
    }

    double lag() {
        return meters.get("barograph.audit.index.lag").gauge().value();
    }
}
