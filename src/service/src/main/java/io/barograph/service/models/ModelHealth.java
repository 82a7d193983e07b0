package io.barograph.service.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operations which model decides. */
@Component("model")
class ModelHealth implements HealthIndicator, InfoContributor, MeterBinder {

    private final ActiveModel active;

    ModelHealth(ActiveModel active) {
        this.active = active;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("name", active.name())
                .withDetail("digest", active.version().digest())
                .build();
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail(
                "model",
                Map.of(
                        "name", active.name(),
                        "version", active.version().version(),
                        "digest", active.version().digest()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("barograph.model", () -> 1)
                .description("The active model, in its labels")
                .tag("name", active.name())
                .tag("version", active.version().version())
                .tag("digest", active.version().digest())
                .register(registry);
    }
}
