package io.barograph.service.decisions;

import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.exchange.Factor;
import org.jspecify.annotations.Nullable;

/** Why an account stands where it stands, in one sentence for lists. */
final class Reason {

    private Reason() {}

    /**
     * In the words of the row that scored the indicator which costs the overall score most; null when nothing does, or when
     * they spell out what is sensitive.
     */
    static @Nullable String of(Decision decision, Sealer sealer) {
        return Factor.costliest(decision)
                .flatMap(decision::scoredBy)
                .filter(fired -> !sealer.spellsOut(fired.cell()))
                .map(FiredRule::because)
                .orElse(null);
    }
}
