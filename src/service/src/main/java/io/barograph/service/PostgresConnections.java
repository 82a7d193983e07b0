package io.barograph.service;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What every connection to PostgreSQL is given, so that what is answered is kept and nobody waits for ever for someone who
 * hangs. What {@code spring.datasource.url} says itself goes before it.
 */
@Component
final class PostgresConnections implements BeanPostProcessor {

    /**
     * An instance that stops in the middle of a transaction, holding the log's lock, loses both after ten seconds; the others
     * go on then. And a commit is one once it is written out, whatever the server is set to.
     */
    private static final String OPTIONS = "-c idle_in_transaction_session_timeout=10s -c synchronous_commit=on";

    /** Seconds after which a server that says nothing counts as gone; longer than any statement may take. */
    private static final int SILENCE = 60;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("options", OPTIONS);
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("socketTimeout", Integer.toString(SILENCE));
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true"); // rows of one batch in one statement
        }
        return bean;
    }
}
