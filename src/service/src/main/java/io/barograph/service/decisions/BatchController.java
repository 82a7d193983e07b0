package io.barograph.service.decisions;

import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.Explain;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
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
@RestController
@RequestMapping("/api/v1/decisions/batch")
class BatchController {

    private static final String NDJSON = "application/x-ndjson";

    private final ActiveModel model;
    private final Deciding deciding;
    private final Limits limits;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore places;

    BatchController(ActiveModel model, Deciding deciding, Limits limits, JsonMapper json, Clock clock) {
        this.model = model;
        this.deciding = deciding;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
        this.places = new Semaphore(limits.batches());
    }

    @PostMapping(
            consumes = {NDJSON, "application/ndjson", "application/jsonl"},
            produces = NDJSON)
    void decide(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "full") Explain explain,
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
        try (AccountFile file = AccountFile.open(
                        request.getInputStream(), AccountFile.Format.NDJSON, model.contract(), LocalDate.now(clock));
                LineFeed lines = new LineFeed(file, limits.group())) {
            response.setContentType(NDJSON);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            new Batch(deciding, json, explain, stateless, response).answer(lines);
        } finally {
            places.release();
        }
    }
}
