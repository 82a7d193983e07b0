package io.barograph.engine.override;

import java.util.List;

/** What decision rights say of an override that somebody asks for. */
public sealed interface Ruling {

    /**
     * It may be made.
     *
     * @param ladder bands that it moves among, best first
     * @param computed band of the score by the account's latest decision
     * @param effective band while that stays so
     * @param reach how far it may move an account, whatever is computed later
     * @param needsSecond whether it holds only once a second person agrees
     */
    record Allowed(List<String> ladder, String computed, String effective, Reach reach, boolean needsSecond)
            implements Ruling {
        public Allowed {
            ladder = List.copyOf(ladder);
        }
    }

    /** @param reasons all that stand in the way, at least one */
    record Refused(List<String> reasons) implements Ruling {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
