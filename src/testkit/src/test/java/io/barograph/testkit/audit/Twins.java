package io.barograph.testkit.audit;

import io.barograph.engine.audit.seal.SensitiveFields;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recommendation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same accounts with slightly other sensitive values: what is told of both must be the same. */
final class Twins {

    private final Contract contract;
    private final SensitiveFields sensitive;
    private final BigDecimal step;

    /** @param step how far numbers that need not be whole are moved */
    Twins(Contract contract, BigDecimal step) {
        this.contract = contract;
        this.step = step;
        this.sensitive = new SensitiveFields(contract);
    }

    Inquiry of(Inquiry inquiry) {
        AccountSnapshot snapshot = inquiry.snapshot();
        Map<String, Observation> indicators = new LinkedHashMap<>();
        snapshot.indicators()
                .forEach((name, seen) -> indicators.put(
                        name,
                        sensitive.include(name)
                                ? new Observation(
                                        nudged(name, seen.value()),
                                        seen.observedAt(),
                                        seen.source() == null ? null : seen.source() + " (other)",
                                        seen.campaignShare())
                                : seen));
        return new Inquiry(
                new AccountSnapshot(
                        snapshot.accountId(),
                        snapshot.asOf(),
                        nudged(snapshot.attributes()),
                        indicators,
                        nudged(snapshot.history())),
                new PriorState(nudged(inquiry.prior().entries())));
    }

    private List<HistoryEntry> nudged(List<HistoryEntry> entries) {
        List<HistoryEntry> nudged = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            if (entry instanceof HistoryEntry.IndicatorEntry seen && sensitive.include(seen.indicator())) {
                nudged.add(new HistoryEntry.IndicatorEntry(
                        seen.indicator(), seen.date(), nudged(seen.indicator(), seen.value()), seen.campaignShare()));
            } else if (entry instanceof HistoryEntry.AttributesEntry attributes) {
                nudged.add(new HistoryEntry.AttributesEntry(attributes.date(), nudged(attributes.attributes())));
            } else {
                nudged.add(entry);
            }
        }
        return nudged;
    }

    private Map<String, @Nullable Object> nudged(Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> nudged = new LinkedHashMap<>();
        attributes.forEach((name, value) -> nudged.put(name, sensitive.include(name) ? nudged(name, value) : value));
        return nudged;
    }

    /** Another value that most rows take for the same. */
    private @Nullable Object nudged(String name, @Nullable Object value) {
        Field field = contract.find(name);
        if (value instanceof BigDecimal number) {
            boolean down = field != null && field.maximum() != null && number.compareTo(field.maximum()) >= 0;
            BigDecimal by = field != null && field.type() == FieldType.INTEGER ? BigDecimal.ONE : step;
            return down ? number.subtract(by) : number.add(by);
        }
        if (value instanceof String text) {
            return field == null || field.allowedValues().isEmpty() ? text + "x" : text.toUpperCase(Locale.ROOT);
        }
        return value instanceof java.time.LocalDate date ? date.plusDays(1) : value;
    }

    /** Whether two decisions are the same in what a record tells of them openly. */
    static boolean alike(Decision one, Decision other) {
        return open(one).equals(open(other));
    }

    private static List<@Nullable Object> open(Decision decision) {
        List<@Nullable Object> open = new ArrayList<>();
        open.add(decision.scores());
        open.add(decision.bands());
        open.add(decision.coverage());
        open.add(decision.probabilities());
        open.add(decision.flags());
        open.add(decision.cohort());
        open.add(decision.escalations());
        open.add(decision.arrAtRisk() == null);
        open.add(decision.playbooks().stream().map(Recommendation::ruleId).toList());
        decision.contributions().forEach(one -> {
            open.add(one.points());
            open.add(one.subScore());
            open.add(one.weight());
            open.add(one.ruleId());
            open.add(one.value() == null);
        });
        decision.changes().forEach(one -> {
            open.add(one.points());
            open.add(one.indicator());
            open.add(one.attribute());
        });
        for (FiredRule rule : decision.fired()) {
            open.add(rule.cell());
            Map<String, @Nullable Object> effect = new LinkedHashMap<>(rule.effect());
            effect.computeIfPresent("expected_value", (name, value) -> "some");
            open.add(effect);
            rule.inputs().forEach((name, value) -> open.add(name + (value == null)));
        }
        decision.issues().forEach(issue -> open.add(issue.code() + issue.field()));
        return open;
    }
}
