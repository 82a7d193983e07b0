package io.barograph.service.decisions;

import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.Explain;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes snapshots a line each, answers decisions a line each, in the same order and while more arrive. Memory does not
 * grow with the number of lines.
 */
@Tag(name = "Decisions")
@RestController
@RequestMapping("/api/v1/decisions/batch")
class BatchController {

    private static final String NDJSON = "application/x-ndjson";

    private final ActiveModel model;
    private final Deciding deciding;
    private final Answers answers;
    private final Limits limits;
    private final CurrentPrincipal current;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore places;

    BatchController(
            ActiveModel model,
            Deciding deciding,
            Answers answers,
            Limits limits,
            CurrentPrincipal current,
            JsonMapper json,
            Clock clock) {
        this.model = model;
        this.deciding = deciding;
        this.answers = answers;
        this.limits = limits;
        this.current = current;
        this.json = json;
        this.clock = clock;
        this.places = new Semaphore(limits.batches());
    }

    @Operation(
            summary = "Decide many accounts",
            description =
                    "A snapshot a line in, a decision a line out, in the same order, while more lines arrive: read the"
                            + " answer while sending. A line that cannot be read is answered with a line `{\"line\": …,"
                            + " \"error\": {…}}` and the others go on. Lines of a batch do not see each other.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(ref = "#/components/schemas/Snapshot"),
                            examples =
                                    @ExampleObject(
                                            name = "SnapshotLines",
                                            ref = "#/components/examples/SnapshotLines")))
    @ApiResponse(
            responseCode = "200",
            description = "A line for each line",
            content = @Content(mediaType = NDJSON, schema = @Schema(ref = "#/components/schemas/DecisionLine")))
    @PostMapping(
            consumes = {NDJSON, "application/ndjson", "application/jsonl"},
            produces = NDJSON)
    void decide(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "full") @Schema(allowableValues = {"none", "summary", "full"}) Explain explain,
            @RequestParam(defaultValue = "false") boolean stateless,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        if (key != null) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "a batch takes no `Idempotency-Key`; leave it out, or send the accounts one by one");
        }
        if (!places.tryAcquire()) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            limits.batches() + " batches are being answered already; send this one again later")
                    .retryAfter(5);
        }
        try (Generation.Lease lease = model.hold();
                AccountFile file = AccountFile.open(
                        request.getInputStream(),
                        AccountFile.Format.NDJSON,
                        lease.generation().contract(),
                        LocalDate.now(clock));
                Batch batch = new Batch(lease, deciding, answers, json, current.get(), explain, stateless, response);
                LineFeed lines = new LineFeed(file, limits.group())) {
            response.setContentType(NDJSON);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            batch.answer(lines);
        } finally {
            places.release();
        }
    }
}
