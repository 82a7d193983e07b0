package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows and guardrails that fired, found by what they did. */
record Firings(List<FiredRule> fired) {

    static Firings of(Decision decision) {
        return new Firings(decision.fired());
    }

    /** The row that gave an indicator its sub-score. */
    Optional<FiredRule> scored(String indicator) {
        return fired.stream()
                .filter(rule -> rule.effect().containsKey("sub_score")
                        && indicator.equals(rule.effect().get("indicator")))
                .findFirst();
    }

    Optional<FiredRule> ruled(@Nullable String ruleId) {
        return ruleId == null
                ? Optional.empty()
                : fired.stream()
                        .filter(rule -> Objects.equals(rule.ruleId(), ruleId))
                        .findFirst();
    }

    List<String> because(Optional<FiredRule> rule) {
        return rule.map(FiredRule::because).map(List::of).orElse(List.of());
    }

    /** Cell and Rule ID. */
    static String source(FiredRule rule) {
        return rule.ruleId() == null ? rule.cell() : rule.cell() + " · " + rule.ruleId();
    }
}
