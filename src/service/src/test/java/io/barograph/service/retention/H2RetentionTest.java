package io.barograph.service.retention;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:retention;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class H2RetentionTest extends RetentionContract {}
