package io.barograph.service.retention;

import io.barograph.service.database.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** As three roles: one owns the tables, one adds to the log, one takes away. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresRetentionTest extends RetentionContract {}
