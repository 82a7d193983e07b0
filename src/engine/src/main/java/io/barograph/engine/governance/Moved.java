package io.barograph.engine.governance;

import java.util.List;

/** What came of a {@link Move}. */
public sealed interface Moved {

    /** @param version as it is from now on */
    record Done(VersionLife version) implements Moved {}

    /** @param reasons all of them, each one line; at least one. The version stays as it was. */
    record Refused(List<String> reasons) implements Moved {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has its reason");
            }
        }
    }
}
