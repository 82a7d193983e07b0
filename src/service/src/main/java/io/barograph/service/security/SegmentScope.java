package io.barograph.service.security;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The segments somebody's roles hold in.
 *
 * @param all whether they hold everywhere, also for accounts that fall in no segment
 * @param names of the segments otherwise, as the model names them; empty when {@code all}
 */
public record SegmentScope(boolean all, SortedSet<String> names) {

    /** Every segment, those to come too. */
    public static final SegmentScope ALL = new SegmentScope(true, new TreeSet<>());

    public SegmentScope {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        if (all != names.isEmpty()) {
            throw new IllegalArgumentException("a scope is all segments or some, but is " + (all ? names : "none"));
        }
    }

    /** Some segments, at least one. */
    public static SegmentScope of(Collection<String> names) {
        return new SegmentScope(false, new TreeSet<>(names));
    }

    /** @param segment of an account; null when it falls in none, which only an unlimited scope covers */
    public boolean covers(@Nullable String segment) {
        return all || (segment != null && names.contains(segment));
    }

    /** Whether everything that the other one covers is covered. */
    public boolean covers(SegmentScope other) {
        return all || (!other.all && names.containsAll(other.names));
    }

    /** In a stable order; empty for all. */
    public List<String> list() {
        return List.copyOf(names);
    }
}
