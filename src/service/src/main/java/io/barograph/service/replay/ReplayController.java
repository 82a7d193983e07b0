package io.barograph.service.replay;

import io.barograph.engine.audit.Replay;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.replay.ReplayDocument.EngineVersions;
import io.barograph.service.replay.ReplayDocument.ModelName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides one recorded decision again. */
@Tag(name = "Decisions")
@RestController
class ReplayController {

    private final LogRows rows;
    private final Replaying replaying;
    private final String engineVersion;

    ReplayController(LogRows rows, Replaying replaying, @Value("${barograph.version}") String engineVersion) {
        this.rows = rows;
        this.replaying = replaying;
        this.engineVersion = engineVersion;
    }

    @Operation(
            summary = "Decide a recorded decision again",
            description =
                    "From its record alone and the kept model of the digest that it names. `identical` means that the new"
                            + " record would be the same to the last byte; otherwise `differences` names the places, as JSON pointers."
                            + " Nothing is kept of it.")
    @PostMapping(path = "/api/v1/decisions/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    ReplayDocument replay(@PathVariable String id) {
        LogEntry decision = RecordIds.parse(id)
                .flatMap(rows::entry)
                .filter(entry -> entry.kind() == RecordKind.DECISION)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no decision `" + id + "`; the `decision_id` of an answer names one"));
        return document(decision, replaying.replay(decision));
    }

    private ReplayDocument document(LogEntry decision, Replay replay) {
        byte[] bytes = decision.record();
        if (bytes == null) {
            return ReplayDocument.of(decision.id(), decision.index(), replay, null, null);
        }
        try {
            StoredRecord record = StoredRecord.of(bytes);
            return ReplayDocument.of(
                    decision.id(),
                    decision.index(),
                    replay,
                    new EngineVersions(record.engineVersion(), engineVersion),
                    new ModelName(record.modelVersion(), record.modelDigest()));
        } catch (IllegalArgumentException unreadable) {
            return ReplayDocument.of(decision.id(), decision.index(), replay, null, null);
        }
    }
}
