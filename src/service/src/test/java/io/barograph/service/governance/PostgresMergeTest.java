package io.barograph.service.governance;

import io.barograph.service.database.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** As a role that may only add to most tables. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresMergeTest extends MergeContract {}
