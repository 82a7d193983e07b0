package io.barograph.service.records;

import io.barograph.service.auditlog.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list. What it is not about is null; of a decision whose bytes retention took away only its place, id and time are
 * known.
 *
 * @param index of its leaf
 * @param recordedAt by the clock of the service; records are in the order of the log, not of this
 * @param accountId that was decided, or whose keys were deleted
 * @param caller who asked for the decision, or caused the event
 * @param overall 0–100; null when undecided
 * @param band of the overall score
 * @param event what happened, when it is no decision
 * @param retired whether retention took the bytes away
 * @param record address of the record's bytes
 * @param proof address of the proof that it is in the log
 * @param explanation address of the decision told to people
 */
public record RecordRow(
        long index,
        String kind,
        @Nullable UUID decisionId,
        @Nullable UUID eventId,
        Instant recordedAt,
        @Nullable String accountId,
        @Nullable LocalDate asOf,
        @Nullable String caller,
        @Nullable String status,
        @Nullable String modelVersion,
        @Nullable String modelDigest,
        @Nullable String segment,
        @Nullable BigDecimal overall,
        @Nullable String band,
        @Nullable String event,
        boolean retired,
        String record,
        String proof,
        @Nullable String explanation) {

    /** The members that are the same for every record. */
    static RecordRow of(long index, RecordKind kind, UUID id, Instant recordedAt, boolean retired, Content content) {
        boolean decision = kind == RecordKind.DECISION;
        String address = "/api/v1/audit/records/" + index;
        return new RecordRow(
                index,
                kind.label(),
                decision ? id : null,
                decision ? null : id,
                recordedAt,
                content.accountId(),
                content.asOf(),
                content.caller(),
                content.status(),
                content.modelVersion(),
                content.modelDigest(),
                content.segment(),
                content.overall(),
                content.band(),
                content.event(),
                retired,
                address,
                address + "/proof",
                decision && !retired ? "/api/v1/decisions/" + id + "/explanation" : null);
    }

    /** The members that depend on what it is about. */
    record Content(
            @Nullable String accountId,
            @Nullable LocalDate asOf,
            @Nullable String caller,
            @Nullable String status,
            @Nullable String modelVersion,
            @Nullable String modelDigest,
            @Nullable String segment,
            @Nullable BigDecimal overall,
            @Nullable String band,
            @Nullable String event) {}
}
