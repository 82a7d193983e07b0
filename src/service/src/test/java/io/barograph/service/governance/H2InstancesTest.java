package io.barograph.service.governance;

import java.util.List;

class H2InstancesTest extends InstancesContract {

    @Override
    List<String> database() {
        return List.of("spring.datasource.url=jdbc:h2:mem:instances-" + System.identityHashCode(this)
                + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
    }
}
