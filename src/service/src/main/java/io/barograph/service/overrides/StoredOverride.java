package io.barograph.service.overrides;

import io.barograph.engine.override.BandOverride;
import org.jspecify.annotations.Nullable;

/**
 * An override as it is kept.
 *
 * @param rationale why it was made, sealed
 * @param roles of its author, separated by blanks
 * @param withdrawal why it was withdrawn, sealed; null while it is not
 * @param madeIndex of the record in the log that says it was made
 * @param changedIndex of the last one about it
 */
record StoredOverride(
        BandOverride override,
        String rationale,
        String roles,
        @Nullable String withdrawal,
        long madeIndex,
        long changedIndex) {

    /** Where a rationale belongs to. */
    static String rationalePlace(String id) {
        return "override " + id + " rationale";
    }

    /** Where the reason of a withdrawal belongs to. */
    static String withdrawalPlace(String id) {
        return "override " + id + " withdrawal";
    }
}
