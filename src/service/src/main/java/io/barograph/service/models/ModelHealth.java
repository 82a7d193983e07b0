package io.barograph.service.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells operations which model decides. An instance on which an earlier one stands in for the one that should is {@code DEGRADED}: it
 * answers, and each decision names the model it was made by, so that a balancer goes on asking it. To be without answers would be worse,
 * above all when no instance can load the newest.
 */
@Component("model")
class ModelHealth implements HealthIndicator, InfoContributor, MeterBinder {

    /** Answers, but not as it should; {@code management.endpoint.health.status} says where it stands and that it answers 200. */
    static final String DEGRADED = "DEGRADED";

    private final ActiveModel active;
    private final List<MultiGauge> gauges = new CopyOnWriteArrayList<>();

    ModelHealth(ActiveModel active) {
        this.active = active;
    }

    @Override
    public Health health() {
        Generation now = active.now();
        Health.Builder health = active.fault()
                .map(why -> Health.status(DEGRADED).withDetail("fault", why))
                .orElseGet(Health::up);
        return health.withDetail("name", now.name())
                .withDetail("digest", now.version().digest())
                .build();
    }

    @Override
    public void contribute(Info.Builder builder) {
        Generation now = active.now();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", now.name());
        model.put("version", now.version().version());
        model.put("digest", now.version().digest());
        active.fault().ifPresent(why -> model.put("fault", why));
        builder.withDetail("model", model);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MultiGauge gauge = MultiGauge.builder("barograph.model")
                .description("The active model, in its labels")
                .register(registry);
        show(gauge, active.now());
        gauges.add(gauge);
        Gauge.builder("barograph.model.fault", active, model -> model.fault().isPresent() ? 1 : 0)
                .description("1 while an earlier model decides here, because the one that should cannot be loaded")
                .register(registry);
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
