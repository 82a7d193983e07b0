package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong: the first {@link #MOST} are kept, all are counted. */
final class Findings {

    static final int MOST = 1000;

    private static final Comparator<Finding> BY_RECORD = Comparator.<Finding>comparingLong(
                    finding -> finding.records() == null
                            ? Long.MAX_VALUE
                            : finding.records().from())
            .thenComparing(
                    finding -> finding.place() == null ? "" : finding.place().file())
            .thenComparing(
                    finding -> finding.place() == null ? 0 : finding.place().line());

    private final List<Finding> first = new ArrayList<>();
    private long total;

    void add(Kind kind, @Nullable Range records, @Nullable Place place, String message) {
        total++;
        if (first.size() < MOST) {
            first.add(new Finding(kind, records, place, message));
        }
    }

    void badLine(Place place, String message) {
        add(Kind.BAD_LINE, null, place, message);
    }

    long total() {
        return total;
    }

    /** By record, then those about none. */
    List<Finding> sorted() {
        return first.stream().sorted(BY_RECORD).toList();
    }
}
