package io.barograph.engine.governance;

import java.util.Locale;

/** Where a version of a model stands in its life. */
public enum State {
    /** Uploaded; nobody is asked to judge it yet. */
    DRAFT,
    /** Its evidence is fixed, and approvals are asked for. */
    SUBMITTED,
    /** Enough people approved it; it may go live. */
    APPROVED,
    /** Decides silently beside the active one. */
    SHADOW,
    /** Decides. */
    ACTIVE,
    /** Decided earlier, or was withdrawn before it ever did. */
    RETIRED,
    /** Somebody, or its canary, found it wrong; a new draft is needed. */
    REJECTED;

    /** As it stands in the database and in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    public static State of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
