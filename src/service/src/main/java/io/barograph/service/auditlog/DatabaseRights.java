package io.barograph.service.auditlog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Warns when the service's own role could rewrite the log on a database that can tell roles apart. */
@Component
class DatabaseRights {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRights.class);

    private final JdbcTemplate template;

    DatabaseRights(JdbcTemplate template) {
        this.template = template;
    }

    @EventListener
    void look(LogOpened opened) {
        if (onPostgres() && mayRewrite()) {
            LOG.warn(
                    "the database role of the service may change and delete records of the log: let it run as a role that does"
                            + " not own the tables (`barograph.database.application-role`, `spring.flyway.user`)");
        }
    }

    private boolean onPostgres() {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(template.execute(product));
    }

    private boolean mayRewrite() {
        return Boolean.TRUE.equals(template.queryForObject(
                "select has_table_privilege('log_entry', 'update') or has_table_privilege('log_entry', 'delete')"
                        + " or has_table_privilege('log_entry', 'truncate')",
                Boolean.class));
    }
}
