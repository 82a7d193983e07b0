package io.barograph.service;

import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says where the service is once it is ready, and what to try first. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String address = "http://" + environment.getProperty("server.address", "localhost") + ":"
                + environment.getProperty("local.server.port");
        Duration taken = Objects.requireNonNullElse(event.getTimeTaken(), Duration.ZERO);
        LOG.info("ready at {} after {} s", address, taken.toMillis() / 1000.0);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            LOG.info("""
                open it in a browser, or try:
                  curl '{}/api/v1/accounts?band=red&limit=3' -H "Authorization: Bearer $BAROGRAPH_KEY"
                  curl '{}/api/v1/decisions?explain=summary' -H "Authorization: Bearer $BAROGRAPH_KEY" -H 'Content-Type: application/json' \\
                    -d '{"account_id": "acme-42", "attributes": {"arr": 180000}, "indicators": {"seat_utilisation": 65}}'
                """, address, address);
        }
    }
}
