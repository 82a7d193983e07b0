package io.barograph.engine.ruleset.fact;

import io.barograph.engine.text.Names;

/** Stage <em>bands</em>: after Thresholds. Guardrails may cap bands and raise flags; all later tables see the outcome. */
public final class BandReview extends Review implements GuardrailFact {

    public BandReview(Standing standing) {
        super(standing);
    }

    @Override
    public Review review() {
        return this;
    }

    /** Lower the band of {@code Overall} or a dimension to at most {@code band}; an unknown band stays unknown. */
    public void capBand(String score, String band) {
        did(new GuardrailFiring.Action.CapBand(score, band));
    }

    /** @param severity low, medium or high */
    public void raiseFlag(String flag, String severity) {
        String folded = Names.fold(severity);
        if (!folded.equals("low") && !folded.equals("medium") && !folded.equals("high")) {
            throw new IllegalArgumentException("severity must be low, medium or high, but is `" + severity + "`");
        }
        did(new GuardrailFiring.Action.RaiseFlag(flag, folded));
    }
}
