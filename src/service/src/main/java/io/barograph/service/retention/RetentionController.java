package io.barograph.service.retention;

import io.barograph.engine.audit.EventRecord;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was taken away by age, and taking away now what is due. */
@Tag(name = "Audit log")
@RestController
@RequestMapping(path = "/api/v1/audit/retention", produces = MediaType.APPLICATION_JSON_VALUE)
class RetentionController {

    /**
     * A range of the log whose decisions were taken away.
     *
     * @param from index of the first record
     * @param to index after the last record
     * @param before what was written before this was due
     * @param records how many were taken away
     */
    record Tombstone(String eventId, Instant at, String by, long from, long to, String before, long records) {

        static Tombstone of(EventRecord event) {
            return new Tombstone(
                    event.id().toString(),
                    event.at(),
                    event.by(),
                    event.number("from"),
                    event.number("to"),
                    event.text("before"),
                    event.number("records"));
        }
    }

    /**
     * @param keptSince records written before this are taken away by the daily run; null when all are kept
     * @param latestBefore the latest `before` that is allowed
     */
    record RetentionDocument(@Nullable Instant keptSince, Instant latestBefore, List<Tombstone> tombstones) {
        RetentionDocument {
            tombstones = List.copyOf(tombstones);
        }
    }

    record RunDocument(List<Tombstone> tombstones) {
        RunDocument {
            tombstones = List.copyOf(tombstones);
        }
    }

    private final Retention retention;
    private final CurrentPrincipal current;

    RetentionController(Retention retention, CurrentPrincipal current) {
        this.retention = retention;
        this.current = current;
    }

    @Operation(summary = "How long records are kept, and what was taken away")
    @GetMapping
    RetentionDocument document() {
        return new RetentionDocument(
                retention.due(),
                retention.latestAllowed(),
                retention.tombstones().stream().map(Tombstone::of).toList());
    }

    @Operation(
            summary = "Take away what is due now",
            description =
                    "Takes the records of decisions away that were written before the start of the day `before` (UTC),"
                            + " or without it what the daily run would take. The log keeps their hashes, and a record of"
                            + " what was taken: proofs of all others, and that these were there, still hold. Answered when"
                            + " it is done.")
    @PostMapping
    RunDocument run(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate before) {
        Instant due = before == null
                ? retention.due()
                : before.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (due == null) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "records are kept for good here (`barograph.retention.after` is not set); name a day as `before`");
        }
        if (due.isAfter(retention.latestAllowed())) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`before` must be "
                            + retention.latestAllowed().atOffset(ZoneOffset.UTC).toLocalDate()
                            + " or earlier, since younger records are kept, but is " + before);
        }
        return new RunDocument(retention.run(due, current.get().id()).stream()
                .map(Tombstone::of)
                .toList());
    }
}
