package io.barograph.cli;

import io.barograph.engine.audit.compact.StoredRecord;
import java.util.Optional;

/**
 * What a record of a decision is called by; texts that it lacks are {@code unknown}.
 *
 * @param index of the record in the log
 */
record RecordHead(long index, String decisionId, String accountId, String engine, String modelDigest) {

    private static final String UNKNOWN = "unknown";

    /** Empty when the record is one of an event. */
    static Optional<RecordHead> of(long index, byte[] record) {
        if (!StoredRecord.isDecision(record)) {
            return Optional.empty();
        }
        try {
            StoredRecord stored = StoredRecord.of(record);
            return Optional.of(new RecordHead(
                    index,
                    stored.decisionId(),
                    stored.accountId(),
                    stored.engineVersion(),
                    stored.modelDigest()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(new RecordHead(index, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
        }
    }
}
