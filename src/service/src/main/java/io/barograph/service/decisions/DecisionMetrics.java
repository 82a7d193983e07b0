package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what was answered. Names are part of the interface, labels come from the model. */
@Component
class DecisionMetrics {

    private static final String NONE = "none";

    /** Labels of a counter; as many as the models have segments and bands. */
    private record Counted(String segment, String band, String status) {}

    private final MeterRegistry registry;
    private final Map<Counted, Counter> decisions = new ConcurrentHashMap<>();
    private final Map<String, Counter> fired = new ConcurrentHashMap<>();
    private final Timer single;
    private final Timer group;

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.single = Timer.builder("barograph.decision")
                .description("From a snapshot that was read to its decision's record being kept")
                .publishPercentileHistogram()
                .register(registry);
        this.group = Timer.builder("barograph.decision.group")
                .description("The same for a group of accounts of a batch")
                .publishPercentileHistogram()
                .register(registry);
    }

    Timer single() {
        return single;
    }

    Timer group() {
        return group;
    }

    void count(Decision decision) {
        Counted counted = new Counted(
                orNone(decision.segment()),
                orNone(decision.overallBand()),
                decision.status().label());
        decisions
                .computeIfAbsent(
                        counted,
                        labels -> registry.counter(
                                "barograph.decisions",
                                "segment",
                                labels.segment(),
                                "band",
                                labels.band(),
                                "status",
                                labels.status()))
                .increment();
        decision.firedByTable()
                .forEach((table, count) -> fired.computeIfAbsent(
                                table, label -> registry.counter("barograph.fired.rules", "table", label))
                        .increment(count));
        if (decision.status() == Decision.Status.UNDECIDED) {
            registry.counter("barograph.undecided", "reason", reason(decision)).increment();
        }
    }

    /** The last issue is the one that ended the decision; those before it are about single inputs. */
    private static String reason(Decision decision) {
        return decision.issues().stream()
                .filter(issue -> issue.field() == null)
                .map(DecisionIssue::code)
                .reduce((earlier, later) -> later)
                .orElse(NONE);
    }

    private static String orNone(@Nullable String label) {
        return label == null ? NONE : label;
    }
}
