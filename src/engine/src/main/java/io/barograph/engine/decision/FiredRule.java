package io.barograph.engine.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row (or guardrail) whose conditions held, with what it saw and what it did.
 *
 * @param seq position in the decision's firing order, from 1
 * @param ruleId null only for Indicators rows without one
 * @param table the sheet's canonical name, or {@code Guardrails}
 * @param cell for example {@code enterprise.xlsx!Scoring!C14}
 * @param because the sentence with its placeholders filled in
 * @param inputs by contract name or vocabulary name; values are String, BigDecimal, Boolean, LocalDate, List or null
 * @param effect what it did
 */
public record FiredRule(
        int seq,
        @Nullable String ruleId,
        String table,
        String cell,
        @Nullable String because,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> effect) {

    public FiredRule {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        effect = Collections.unmodifiableMap(new LinkedHashMap<>(effect));
    }
}
