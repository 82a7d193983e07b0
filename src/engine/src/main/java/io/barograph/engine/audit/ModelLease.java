package io.barograph.engine.audit;

import io.barograph.engine.decision.Decider;

/** What came of asking for the model of a digest: something to decide with for a while, or the reason why not. */
public sealed interface ModelLease extends AutoCloseable {

    /** Gives the model back; nothing is decided with it afterwards. */
    @Override
    void close();

    /** @param release what giving it back does */
    record Granted(Decider decider, Runnable release) implements ModelLease {
        @Override
        public void close() {
            release.run();
        }
    }

    /** No model of that digest can decide here. */
    record Refused(Replay.Impossible why) implements ModelLease {
        @Override
        public void close() {}
    }
}
