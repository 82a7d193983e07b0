package io.barograph.service.decisions;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.exchange.Pull;
import java.util.Optional;

/** Why an account stands where it stands, in one sentence for lists. */
final class Reason {

    private Reason() {}

    /** In the words of the row that scored the indicator which pulls the overall score down most. */
    static Optional<String> of(Decision decision) {
        return Pull.of(decision).stream()
                .filter(pull -> pull.points().signum() < 0)
                .findFirst()
                .flatMap(pull -> decision.contributions().stream()
                        .filter(contribution -> pull.indicator().equals(contribution.indicator()))
                        .map(Contribution::ruleId)
                        .flatMap(rule ->
                                decision.fired().stream().filter(fired -> rule != null && rule.equals(fired.ruleId())))
                        .map(FiredRule::because)
                        .filter(because -> because != null)
                        .findFirst());
    }
}
