package io.barograph.engine.governance;

import io.barograph.engine.audit.Evidence;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One person's approval.
 *
 * @param by the account or key that was used
 * @param why in the approver's words
 * @param segments in which the person may approve, of those the version touches, in order
 * @param evidence digest of what it was given on
 * @param note the {@link Evidence#approval statement}, signed
 */
public record Approval(
        String person, String by, Instant at, String why, Set<String> segments, String evidence, String note) {

    public Approval {
        segments = Collections.unmodifiableSortedSet(new TreeSet<>(segments));
    }
}
