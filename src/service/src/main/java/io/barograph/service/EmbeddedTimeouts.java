package io.barograph.service;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Takes the time limits of statements and transactions away where the database is an H2. Each is a {@code SET} there, after which
 * every statement of every connection is parsed again. What is left is the limit that matters in one process, of waiting for locks
 * ({@code LOCK_TIMEOUT}).
 */
@Component
final class EmbeddedTimeouts implements BeanPostProcessor {

    private static final int NONE = -1;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JdbcTemplate template && isH2(template.getDataSource())) {
            template.setQueryTimeout(NONE);
        } else if (bean instanceof JdbcTransactionManager manager && isH2(manager.getDataSource())) {
            manager.setDefaultTimeout(TransactionDefinition.TIMEOUT_DEFAULT);
        }
        return bean;
    }

    private static boolean isH2(@Nullable DataSource database) {
        return database instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:h2:");
    }
}
