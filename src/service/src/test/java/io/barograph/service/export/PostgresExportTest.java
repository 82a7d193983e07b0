package io.barograph.service.export;

import io.barograph.service.database.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** The same log with PostgreSQL below it. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresExportTest extends ExportContract {}
