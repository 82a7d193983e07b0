package io.barograph.engine.ruleset.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Every row that fired for one account. Rules write, stages read. Not thread-safe: a session has one thread. */
public final class FiringLog {

    /** An account's rows are of one workbook and of {@code segments.xlsx}, so their numbers are in table order, then sheet order. */
    private static final Comparator<Firing> BY_TABLE_AND_SHEET_ORDER =
            Comparator.comparingInt(firing -> firing.row().number());

    private final List<Firing> firings = new ArrayList<>();
    private boolean sorted = true;

    void add(Firing firing) {
        firings.add(firing);
        sorted = false;
    }

    /** Firings so far, in table order, then sheet order, whatever order the session fired them in. */
    public List<Firing> inOrder() {
        if (!sorted) {
            firings.sort(BY_TABLE_AND_SHEET_ORDER);
            sorted = true;
        }
        return Collections.unmodifiableList(firings);
    }
}
