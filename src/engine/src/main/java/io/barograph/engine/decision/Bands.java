package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.util.List;

/** Bands and how they are lowered. */
final class Bands {

    /** The band of a score that does not exist or whose coverage is too low. */
    static final String UNKNOWN = "unknown";

    private Bands() {}

    /**
     * A score's band.
     *
     * @param ladder bands of the ladder it stands on, best first; empty when it is unknown
     * @param depth how far below the ladder's top it stands; −1 when it is unknown
     */
    record Band(String shown, List<String> ladder, int depth) {

        private static final Band NOT_KNOWN = new Band(UNKNOWN, List.of(), -1);

        /** As a Thresholds row gives it. */
        static Band of(Row.ThresholdRow row) {
            return new Band(row.band(), row.ladder(), depth(row.band(), row.ladder()));
        }

        static Band unknown() {
            return NOT_KNOWN;
        }

        private static int depth(String band, List<String> ladder) {
            for (int i = 0; i < ladder.size(); i++) {
                if (Names.same(ladder.get(i), band)) {
                    return i;
                }
            }
            return -1;
        }

        /** How far below the ladder's top a band stands; −1 when it is not on the ladder. */
        int depth(String band) {
            return depth(band, ladder);
        }

        /** Whether {@code band} stands on the ladder, below the band shown. */
        boolean isAbove(String band) {
            return depth(band) > depth;
        }

        Band lowerTo(String band) {
            int to = depth(band);
            return new Band(ladder.get(to), ladder, to);
        }
    }
}
