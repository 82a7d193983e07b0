package io.barograph.engine.ruleset.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every row that fired for one account. Rules write, stages read. Not thread-safe: a session has one thread. */
public final class FiringLog {

    private static final Comparator<Firing> BY_TABLE_AND_SHEET_ORDER =
            Comparator.<Firing, io.barograph.engine.model.Table>comparing(
                            firing -> firing.row().head().table())
                    .thenComparingInt(firing -> firing.row().getOrder());

    private final List<Firing> firings = new ArrayList<>();

    void add(Firing firing) {
        firings.add(firing);
    }

    /** Firings so far, in table order, then sheet order, whatever order the session fired them in. */
    public List<Firing> inOrder() {
        return firings.stream().sorted(BY_TABLE_AND_SHEET_ORDER).toList();
    }
}
