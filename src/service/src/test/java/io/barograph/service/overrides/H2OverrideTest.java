package io.barograph.service.overrides;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:override-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "barograph.data=target/service-test-data/overrides"
        })
class H2OverrideTest extends OverrideContract {}
