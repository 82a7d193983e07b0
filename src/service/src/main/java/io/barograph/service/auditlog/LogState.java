package io.barograph.service.auditlog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log may be added to. Once it was found damaged it may not, until the service starts again and finds it sound. */
@Component("log")
class LogState implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LogState.class);

    private volatile @Nullable String damage;

    /** Remembers the first damage found, and tells operations. */
    LogDamagedException damaged(LogDamagedException found) {
        if (damage == null) {
            damage = found.getMessage();
            LOG.error("the audit log does not match what was signed, so nothing is decided: {}", found.getMessage());
        }
        return found;
    }

    void requireSound() {
        if (damage != null) {
            throw new LogDamagedException(Objects.requireNonNull(damage));
        }
    }

    @Override
    public Health health() {
        String found = damage;
        return found == null
                ? Health.up().build()
                : Health.down().withDetail("damage", found).build();
    }
}
