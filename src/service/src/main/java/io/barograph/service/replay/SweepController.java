package io.barograph.service.replay;

import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decides all that the log holds again, in the background. */
@Tag(name = "Audit log")
@RestController
@RequestMapping(path = SweepController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class SweepController {

    static final String PATH = "/api/v1/audit/replays";

    private final Sweeps sweeps;
    private final AuditLog log;
    private final Clock clock;

    SweepController(Sweeps sweeps, AuditLog log, Clock clock) {
        this.sweeps = sweeps;
        this.log = log;
        this.clock = clock;
    }

    @Operation(
            summary = "Decide every recorded decision again",
            description =
                    "In the background; `Location` tells how far it is. `from` (inclusive) and `to` (exclusive) are indexes"
                            + " of records, by default those of the whole log as it is now. One pass at a time: while one is running"
                            + " the answer is 409.")
    @PostMapping
    ResponseEntity<SweepDocument> start(
            @RequestParam(required = false) @Nullable Long from, @RequestParam(required = false) @Nullable Long to) {
        long size = log.size();
        long first = from == null ? 0 : from;
        long end = to == null ? size : to;
        if (first < 0 || first > end || end > size) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`from` and `to` must be from 0 to " + size + " with `from` at most `to`, but are " + first
                            + " and " + end);
        }
        Sweep sweep = sweeps.start(first, end)
                .orElseThrow(() -> new Problem(
                        ProblemType.REPLAY_RUNNING,
                        "a replay of the log is running at "
                                + sweeps.current()
                                        .map(running -> "`" + PATH + "/" + running.id() + "`")
                                        .orElse("the moment")
                                + "; wait for its end, or end it with `DELETE`"));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + sweep.id()))
                .body(sweep.document(clock.instant()));
    }

    @Operation(summary = "How far a pass over the log is, and what it found")
    @GetMapping("/{id}")
    SweepDocument sweep(@PathVariable String id) {
        return known(id).document(clock.instant());
    }

    @Operation(
            summary = "Stop a pass over the log",
            description = "What it found so far stays; a pass that ended stays as it is.")
    @DeleteMapping("/{id}")
    SweepDocument stop(@PathVariable String id) {
        Sweep sweep = known(id);
        sweeps.stop(sweep);
        return sweep.document(clock.instant());
    }

    private Sweep known(String id) {
        return RecordIds.parse(id)
                .flatMap(sweeps::find)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no replay `" + id + "`; this instance remembers its last ones until it ends"));
    }
}
