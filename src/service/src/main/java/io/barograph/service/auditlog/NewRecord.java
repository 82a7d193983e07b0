package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the log.
 *
 * @param id of the decision or event, unique in the log
 * @param bytes as they are hashed and kept
 * @param event null for a decision
 * @param subject what an event is found by, besides its name
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record NewRecord(
        UUID id,
        RecordKind kind,
        Instant at,
        byte[] bytes,
        @Nullable String event,
        @Nullable String subject) {

    public static NewRecord decision(UUID id, Instant decidedAt, byte[] record) {
        return new NewRecord(id, RecordKind.DECISION, decidedAt, record, null, null);
    }

    /** @param subject what the event is about: an account, a model's digest; null when it is about the log */
    public static NewRecord event(EventRecord event, @Nullable String subject) {
        return new NewRecord(event.id(), RecordKind.EVENT, event.at(), event.canonicalBytes(), event.event(), subject);
    }
}
