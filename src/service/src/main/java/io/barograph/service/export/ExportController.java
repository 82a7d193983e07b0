package io.barograph.service.export;

import io.barograph.service.auditlog.CheckpointRows;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import io.barograph.service.auditlog.Checkpoints;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Streams a part of the log, or all of it. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/audit/export")
class ExportController {

    private static final String NDJSON = "application/x-ndjson";
    private static final int BUFFER = 1 << 16;

    private final AuditExport export;
    private final Checkpoints checkpoints;
    private final CheckpointRows rows;
    private final ExportLimits limits;
    private final Semaphore places;

    ExportController(AuditExport export, Checkpoints checkpoints, CheckpointRows rows, ExportLimits limits) {
        this.export = export;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.limits = limits;
        this.places = new Semaphore(limits.exports());
    }

    @Operation(
            summary = "The log, to check and to decide again elsewhere",
            description =
                    "Records `from` (inclusive) to `to` (exclusive; the whole log when both are left out), each with its"
                            + " inclusion proof in the tree of one checkpoint: that of `size`, or the newest. One that broke off is taken"
                            + " up with `from` after the last line that came and the same `size`. `./barograph audit verify` checks it"
                            + " offline, `./barograph replay` decides it again; the format is in `docs/audit-log.md`.")
    @ApiResponse(
            responseCode = "200",
            description = "The export, a line each",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @GetMapping(produces = NDJSON)
    void export(
            HttpServletResponse response,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long size,
            @RequestParam(defaultValue = "true") boolean models,
            @RequestParam(defaultValue = "false") boolean keys)
            throws IOException {
        ExportRange range = range(from, to, size, models, keys);
        export.require(range);
        if (!places.tryAcquire()) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            limits.exports() + " exports are being sent already; ask again later")
                    .retryAfter(30);
        }
        try {
            response.setContentType(NDJSON);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"audit-" + range.from() + "-" + range.to() + "-of-" + range.size()
                            + ".ndjson\"");
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            export.write(range, out);
            out.flush();
        } finally {
            places.release();
        }
    }

    private ExportRange range(long from, @Nullable Long to, @Nullable Long size, boolean models, boolean keys) {
        StoredCheckpoint checkpoint = size == null
                ? checkpoints.current()
                : rows.ofSize(size)
                        .orElseThrow(() -> new Problem(
                                ProblemType.NOT_FOUND,
                                "no checkpoint of size " + size + " was signed; leave `size` out for the newest one"));
        long end = to == null ? checkpoint.size() : to;
        if (from < 0 || from >= end || end > checkpoint.size()) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`from` must be below `to`, and both from 0 to the checkpoint's size of " + checkpoint.size()
                            + ", but are " + from + " and " + end);
        }
        return new ExportRange(from, end, checkpoint, models, keys);
    }
}
