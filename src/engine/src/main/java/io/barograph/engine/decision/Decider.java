package io.barograph.engine.decision;

import java.util.List;

/**
 * Decides accounts with one model. Thread-safe; a failure of one account is an {@code undecided} decision, never an
 * exception and never another account's concern.
 */
public interface Decider extends AutoCloseable {

    /** The model that decides. */
    ModelVersion model();

    /** Tells decisions of this model from their outcomes. */
    OutcomeRenderer renderer();

    /** What it asks of an account's past. */
    Recall recall();

    /** One decision. */
    default Decision decide(AccountSnapshot snapshot, PriorState prior) {
        return decide(List.of(new Inquiry(snapshot, prior))).get(0);
    }

    /** Decisions in the order of the inquiries; they do not see each other. */
    List<Decision> decide(List<Inquiry> inquiries);

    /**
     * What would lift an account to a better band, and which rows came close to firing.
     *
     * @param limit at most so many of either
     * @return nothing when the account is undecided
     */
    NearMisses nearMisses(AccountSnapshot snapshot, PriorState prior, int limit);

    /** Frees the sessions; the decider cannot be used afterwards. */
    @Override
    void close();

    /** One account to decide. */
    record Inquiry(AccountSnapshot snapshot, PriorState prior) {}
}
