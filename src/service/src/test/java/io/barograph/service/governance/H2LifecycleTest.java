package io.barograph.service.governance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:lifecycle-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "barograph.data=target/service-test-data/lifecycle"
        })
class H2LifecycleTest extends LifecycleContract {

    @Override
    JdbcClient owner() {
        return client;
    }
}
