package io.barograph.engine.ruleset;

import io.barograph.engine.ruleset.fact.GuardrailFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.Match;

/** Writes every guardrail that fires into its account's review, so that no rule can act unseen. */
final class GuardrailListener extends DefaultAgendaEventListener {

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Match match = event.getMatch();
        for (Object fact : match.getObjects()) {
            if (fact instanceof GuardrailFact guarded) {
                guarded.review().begin(match.getRule().getName(), inputs(match));
                return;
            }
        }
        throw new IllegalStateException("guardrail " + match.getRule().getName() + " matches no account under review");
    }

    private static Map<String, @Nullable Object> inputs(Match match) {
        Map<String, @Nullable Object> inputs = new TreeMap<>();
        for (String id : match.getDeclarationIds()) {
            Object value = match.getDeclarationValue(id);
            if (value == null
                    || value instanceof String
                    || value instanceof BigDecimal
                    || value instanceof Boolean
                    || value instanceof LocalDate) {
                inputs.put(id.startsWith("$") ? id.substring(1) : id, value);
            }
        }
        return inputs;
    }
}
