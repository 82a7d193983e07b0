package io.barograph.service.decisions;

import io.barograph.service.models.Onlooker;

/**
 * A decision that is made and not kept yet.
 *
 * @param heard what those hear of it who compare models
 * @param byCanary whether a canary decided, rather than the active model
 * @param tellsAll whether nothing in the decision is sealed
 */
record Made(AnsweredDecision answered, Onlooker.Heard heard, boolean byCanary, boolean tellsAll) {

    /** For the caller, once it is kept. */
    Deciding.Answer answer() {
        return new Deciding.Answer(answered.stored(), tellsAll ? answered.decision() : null, false);
    }
}
