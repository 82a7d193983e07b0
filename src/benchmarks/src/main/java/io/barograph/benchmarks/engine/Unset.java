package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recall;
import java.util.List;

/** What stands in the fields of a JMH state until its setup has run. */
final class Unset implements Decider {

    static final Decider DECIDER = new Unset();

    private Unset() {}

    @Override
    public ModelVersion model() {
        throw unset();
    }

    @Override
    public OutcomeRenderer renderer() {
        throw unset();
    }

    @Override
    public Recall recall() {
        throw unset();
    }

    @Override
    public List<Decision> decide(List<Inquiry> inquiries) {
        throw unset();
    }

    @Override
    public NearMisses nearMisses(AccountSnapshot snapshot, PriorState prior, int limit) {
        throw unset();
    }

    @Override
    public void close() {}

    private static IllegalStateException unset() {
        return new IllegalStateException("the setup has not run");
    }
}
