package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.FiredRule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what was answered. Names are part of the interface, labels come from the model. */
@Component
class DecisionMetrics {

    private static final String NONE = "none";

    private final MeterRegistry registry;
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
        registry.counter(
                        "barograph.decisions",
                        "segment",
                        orNone(decision.segment()),
                        "band",
                        orNone(decision.overallBand()),
                        "status",
                        decision.status().label())
                .increment();
        Map<String, Long> firedByTable =
                decision.fired().stream().collect(Collectors.groupingBy(FiredRule::table, Collectors.counting()));
        firedByTable.forEach((table, fired) ->
                registry.counter("barograph.fired.rules", "table", table).increment(fired));
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
