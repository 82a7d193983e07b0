package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.service.past.CondensedPast;
import io.barograph.service.past.PackedPast;
import io.barograph.service.privacy.AccountKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision on its way into the store; it may be answered once it is there. All that can be worked out before is, since those
 * who write wait for each other.
 *
 * @param caller who asked
 * @param past what it adds to the account's past, see {@link PackedPast}; null when it was decided from what was sent alone, and so
 *     is no part of the account's past or present
 * @param reason why the account stands where it stands, for lists
 * @param record the record as it is kept, sealed where it is sensitive
 * @param key that the record and the past are sealed with; null when nothing in them is sensitive
 * @param request null when the caller gave no idempotency key
 * @param condensed where the account's past stood before it, when that is to be kept; null when it is not
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record AnsweredDecision(
        UUID id,
        Instant decidedAt,
        String caller,
        Decision decision,
        byte @Nullable [] past,
        @Nullable String reason,
        byte[] record,
        @Nullable AccountKey key,
        @Nullable IdempotentRequest request,
        @Nullable CondensedPast condensed) {

    boolean stateless() {
        return past == null;
    }

    /** What it is once it is in the store. */
    StoredDecision stored() {
        return new StoredDecision(id, decidedAt, stateless(), record);
    }
}
