package io.barograph.service.governance;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:merge-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "barograph.data=target/service-test-data/merge"
        })
class H2MergeTest extends MergeContract {}
