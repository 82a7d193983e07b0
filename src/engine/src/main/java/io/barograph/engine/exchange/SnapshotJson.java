package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import java.time.LocalDate;

/** Reads one account snapshot from JSON. */
public final class SnapshotJson {

    private SnapshotJson() {}

    /**
     * @param defaultAsOf used when the snapshot has no {@code as_of}
     * @throws BadSnapshotException when it is not such an object; unknown inputs are not a reason, the engine reports
     *     them on the decision
     */
    public static AccountSnapshot read(byte[] json, LocalDate defaultAsOf) throws BadSnapshotException {
        throw new UnsupportedOperationException(json.length + " " + defaultAsOf);
    }

    /** What is wrong and where, for people. */
    public static final class BadSnapshotException extends Exception {
        public BadSnapshotException(String message) {
            super(message);
        }
    }
}
