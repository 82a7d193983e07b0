package io.barograph.engine.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The members a snapshot and what is in it may have. */
enum Member {
    ACCOUNT_ID("account_id", 1),
    AS_OF("as_of", 1 << 1),
    ATTRIBUTES("attributes", 1 << 2),
    INDICATORS("indicators", 1 << 3),
    HISTORY("history", 1 << 4),
    INDICATOR("indicator", 1 << 5),
    SCORE("score", 1 << 6),
    PLAYBOOK("playbook", 1 << 7),
    OBSERVED_AT("observed_at", 1 << 8),
    VALUE("value", 1 << 9),
    CAMPAIGN_SHARE("campaign_share", 1 << 10),
    SOURCE("source", 1 << 11),
    BAND("band", 1 << 12);

    private static final int LONGEST = 14;
    private static final Member[][] BY_LENGTH = new Member[LONGEST + 1][];

    static {
        for (int length = 0; length <= LONGEST; length++) {
            int wanted = length;
            BY_LENGTH[length] = Arrays.stream(values())
                    .filter(member -> member.written.length() == wanted)
                    .toArray(Member[]::new);
        }
    }

    private final String written;
    private final int bit;

    Member(String written, int bit) {
        this.written = written;
        this.bit = bit;
    }

    /** By its name; null when there is none of that name. */
    static @Nullable Member of(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        for (Member member : BY_LENGTH[to - from]) {
            if (member.is(bytes, from)) {
                return member;
            }
        }
        return null;
    }

    private boolean is(byte[] bytes, int from) {
        for (int i = 0; i < written.length(); i++) {
            if (bytes[from + i] != written.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** For sets of members. */
    int bit() {
        return bit;
    }
}
