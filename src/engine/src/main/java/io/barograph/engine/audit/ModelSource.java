package io.barograph.engine.audit;

import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.decision.Decider;

/** Where models are found by digest. */
@FunctionalInterface
public interface ModelSource {

    /** A decider granted is of exactly that digest. */
    ModelLease lease(String digest);

    /** A source of one model, which stays the caller's to close. */
    static ModelSource of(Decider decider) {
        return digest -> digest.equals(decider.model().digest())
                ? new ModelLease.Granted(decider, () -> {})
                : missing("there is no model `" + digest + "` here, only `"
                        + decider.model().digest() + "`");
    }

    /** @param why what was looked for and what to do, for people */
    static ModelLease missing(String why) {
        return new ModelLease.Refused(new Replay.Impossible(Obstacle.MODEL_MISSING, why));
    }
}
