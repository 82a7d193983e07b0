package io.barograph.engine.governance;

import io.barograph.engine.override.OverrideLimits;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rights in one segment.
 *
 * @param holders of every right
 * @param approvals how many different people must approve, at least 1
 * @param longestOverrideDays how long an override may hold, at least 1
 * @param overrides how far overrides go
 */
public record Grant(Map<Right, Holders> holders, int approvals, int longestOverrideDays, OverrideLimits overrides) {

    public Grant {
        holders = Collections.unmodifiableMap(new EnumMap<>(holders));
        for (Right right : Right.values()) {
            if (!holders.containsKey(right)) {
                throw new IllegalArgumentException("nobody is said to " + right.words());
            }
        }
        if (approvals < 1) {
            throw new IllegalArgumentException("approvals must be at least 1, but is " + approvals);
        }
        if (longestOverrideDays < 1) {
            throw new IllegalArgumentException("an override must last a day at least, but is " + longestOverrideDays);
        }
    }

    /** The same, in which no override may be made. */
    public Grant(Map<Right, Holders> holders, int approvals, int longestOverrideDays) {
        this(holders, approvals, longestOverrideDays, OverrideLimits.NONE);
    }

    Holders of(Right right) {
        Holders found = holders.get(right);
        if (found == null) {
            throw new IllegalStateException("nobody is said to " + right.words());
        }
        return found;
    }
}
