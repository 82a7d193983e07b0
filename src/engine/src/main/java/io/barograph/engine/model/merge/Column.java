package io.barograph.engine.model.merge;

import java.util.EnumMap;
import java.util.Map;

/** One column of a sheet, wherever it stands in each of the three. */
final class Column {

    /** What a column is in one of the three. */
    record Head(int position, String header, String meaning) {}

    private final Map<Source, Head> heads = new EnumMap<>(Source.class);
    private boolean dropped;

    Column with(Source source, Head head) {
        heads.put(source, head);
        return this;
    }

    boolean in(Source source) {
        return heads.containsKey(source);
    }

    /** From 1; 0 when the column is not there. */
    int position(Source source) {
        Head head = heads.get(source);
        return head == null ? 0 : head.position();
    }

    boolean matches(Head other, boolean byHeader) {
        return heads.values().stream()
                .anyMatch(head -> byHeader
                        ? head.header().equals(other.header())
                        : head.meaning().equals(other.meaning()));
    }

    /** Nothing of it is left in the merged sheet. */
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }
}
