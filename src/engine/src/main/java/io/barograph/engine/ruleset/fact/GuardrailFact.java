package io.barograph.engine.ruleset.fact;

/** What guardrails may match: an account under review, or a playbook proposed for it. */
public sealed interface GuardrailFact permits BandReview, PlaybookReview, ProposedPlaybook {

    /** The account's review that this fact belongs to. */
    Review review();
}
