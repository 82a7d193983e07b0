package io.barograph.service.decisions;

import io.barograph.service.database.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class PostgresUnstorableTextTest extends UnstorableTextContract {}
