package io.barograph.service.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells operations which model decides. */
@Component("model")
class ModelHealth implements HealthIndicator, InfoContributor, MeterBinder {

    private final ActiveModel active;
    private final List<MultiGauge> gauges = new CopyOnWriteArrayList<>();

    ModelHealth(ActiveModel active) {
        this.active = active;
    }

    @Override
    public Health health() {
        Generation now = active.now();
        return Health.up()
                .withDetail("name", now.name())
                .withDetail("digest", now.version().digest())
                .build();
    }

    @Override
    public void contribute(Info.Builder builder) {
        Generation now = active.now();
        builder.withDetail(
                "model",
                Map.of(
                        "name", now.name(),
                        "version", now.version().version(),
                        "digest", now.version().digest()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MultiGauge gauge = MultiGauge.builder("barograph.model")
                .description("The active model, in its labels")
                .register(registry);
        show(gauge, active.now());
        gauges.add(gauge);
    }

    @EventListener
    void show(ModelSwapped swapped) {
        gauges.forEach(gauge -> show(gauge, swapped.generation()));
    }

    private static void show(MultiGauge gauge, Generation model) {
        Tags labels = Tags.of(
                "name", model.name(),
                "version", model.version().version(),
                "digest", model.version().digest());
        gauge.register(List.of(MultiGauge.Row.of(labels, 1)), true);
    }
}
