package io.barograph.engine.decision;

/** Where in the order of firing rules guardrails stand. */
public enum GuardrailStage {
    /** After Thresholds. */
    BANDS,
    /** After Playbooks. */
    PLAYBOOKS
}
