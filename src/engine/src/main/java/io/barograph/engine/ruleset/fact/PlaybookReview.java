package io.barograph.engine.ruleset.fact;

/** Stage <em>playbooks</em>: after the Playbooks rows fired, before they are ranked. See {@link ProposedPlaybook}. */
public final class PlaybookReview extends Review implements GuardrailFact {

    public PlaybookReview(Standing standing) {
        super(standing);
    }

    @Override
    public Review review() {
        return this;
    }
}
