package io.barograph.engine.ruleset;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** A model's own rules, compiled. Immutable. */
public final class Guardrails {

    /** For models without rule files. */
    public static final Guardrails NONE = new Guardrails(null, Map.of());

    private final @Nullable KieBase base;
    private final Map<String, GuardrailRule> rules;

    Guardrails(@Nullable KieBase base, Map<String, GuardrailRule> rules) {
        this.base = base;
        this.rules = Map.copyOf(rules);
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** A guardrail by its Rule ID. */
    public GuardrailRule rule(String id) {
        GuardrailRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no guardrail is called " + id);
        }
        return rule;
    }

    /** All Rule IDs. */
    public java.util.Set<String> ids() {
        return rules.keySet();
    }

    @Nullable KieSession newSession() {
        if (base == null) {
            return null;
        }
        KieSession session = base.newKieSession();
        session.addEventListener(new GuardrailListener());
        return session;
    }
}
