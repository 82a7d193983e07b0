package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.compact.StoredRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier needs to know of a record.
 *
 * @param kind {@code decision} or {@code event}
 * @param model digest of the model that decided
 * @param sealedWith the key of its sealed values
 */
record Glance(
        @Nullable String kind,
        @Nullable String model,
        @Nullable String sealedWith) {

    static final String DECISION = "decision";
    static final String EVENT = "event";

    /**
     * @param record as it is in the log
     * @throws IllegalArgumentException when it is neither a JSON object nor a decision's record
     */
    static Glance of(byte[] record) {
        if (StoredRecord.isDecision(record)) {
            StoredRecord decision = StoredRecord.of(record);
            return new Glance(DECISION, decision.modelDigest(), decision.keyId().orElse(null));
        }
        JsonCursor json = new JsonCursor(record);
        String kind = null;
        json.enter();
        for (String name = json.member(); name != null; name = json.member()) {
            if (name.equals("kind")) {
                kind = json.text();
            } else {
                json.skip();
            }
        }
        return new Glance(EVENT.equals(kind) ? kind : null, null, null);
    }
}
