package io.barograph.engine.decision;

import java.util.List;

/** What the store knows of an account's past; entries of a snapshot replace those of the same subject and date. */
public record PriorState(List<HistoryEntry> entries) {

    public static final PriorState NONE = new PriorState(List.of());

    public PriorState {
        entries = List.copyOf(entries);
    }
}
