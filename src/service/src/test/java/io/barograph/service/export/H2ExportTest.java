package io.barograph.service.export;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:export;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
class H2ExportTest extends ExportContract {}
