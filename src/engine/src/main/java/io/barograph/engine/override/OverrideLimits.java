package io.barograph.engine.override;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far overrides go, as decision rights say it.
 *
 * @param kinds that may be made; when empty, no override may be
 * @param bandsUp by how many bands one person may lift an account above its computed band, at least 0
 * @param bandsDown by how many bands one person may lower it, at least 0
 * @param beyond what becomes of an override that moves an account further
 */
public record OverrideLimits(Set<OverrideKind> kinds, int bandsUp, int bandsDown, Beyond beyond) {

    /** No override may be made: what nobody allowed is not allowed. */
    public static final OverrideLimits NONE = new OverrideLimits(Set.of(), 0, 0, Beyond.REFUSED);

    /** What becomes of an override that moves an account further than one person may. */
    public enum Beyond {
        /** It is not made. */
        REFUSED,
        /** It waits until somebody else who may override there agrees. */
        SECOND_PERSON
    }

    public OverrideLimits {
        kinds = Collections.unmodifiableSet(
                kinds.isEmpty() ? EnumSet.noneOf(OverrideKind.class) : EnumSet.copyOf(kinds));
        if (bandsUp < 0 || bandsDown < 0) {
            throw new IllegalArgumentException(
                    "bands up and down must be at least 0, but are " + bandsUp + " and " + bandsDown);
        }
    }
}
