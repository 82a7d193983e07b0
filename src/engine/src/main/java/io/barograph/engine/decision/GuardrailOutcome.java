package io.barograph.engine.decision;

import io.barograph.engine.ruleset.GuardrailRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guardrail that fired and what came of it. */
record GuardrailOutcome(
        Stage.Place stage,
        GuardrailRule rule,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> effect) {}
