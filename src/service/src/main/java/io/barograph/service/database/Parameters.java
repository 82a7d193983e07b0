package io.barograph.service.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Values of {@code in (…)}, the last one repeated up to a power of two, so that the database sees few different statements. */
public record Parameters(List<?> padded) {

    /** @param values at least one */
    public static Parameters of(Collection<?> values) {
        List<Object> padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(room(padded.size()) - padded.size(), padded.get(padded.size() - 1)));
        return new Parameters(padded);
    }

    /** How many places a statement has for so many values: the next power of two. */
    public static int room(int values) {
        return Integer.highestOneBit(Math.max(1, 2 * values - 1));
    }

    /** As the statement has them: {@code (?, ?)}. */
    public String marks() {
        return "(" + String.join(", ", Collections.nCopies(padded.size(), "?")) + ")";
    }

    /** The same, followed by others. */
    public Object[] values(Object... others) {
        List<Object> all = new ArrayList<>(padded);
        Collections.addAll(all, others);
        return all.toArray();
    }
}
