package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes one snapshot, answers one decision. */
@Tag(name = "Decisions")
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionController {

    private final Deciding deciding;
    private final DecisionStore store;
    private final Limits limits;
    private final Answers answers;
    private final Disclosure disclosure;
    private final OverrideLookup overrides;
    private final CurrentPrincipal current;
    private final Clock clock;

    DecisionController(
            Deciding deciding,
            DecisionStore store,
            Limits limits,
            Answers answers,
            Disclosure disclosure,
            OverrideLookup overrides,
            CurrentPrincipal current,
            Clock clock) {
        this.deciding = deciding;
        this.store = store;
        this.limits = limits;
        this.answers = answers;
        this.disclosure = disclosure;
        this.overrides = overrides;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "Decide one account",
            description = "Uses what is known of the account's past besides what is sent, and becomes part of it. With"
                    + " `stateless=true` it does neither. The answer is sent once its record is kept. A request that is"
                    + " sent again with the same `Idempotency-Key` gets the answer of the first one, with the header"
                    + " `Idempotent-Replay: true`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Snapshot"),
                            examples = @ExampleObject(name = "Snapshot", ref = "#/components/examples/Snapshot")))
    @ApiResponse(
            responseCode = "201",
            description = "Decided, and the record is kept",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
    @ApiResponse(
            responseCode = "400",
            description = "The body is not a snapshot",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            examples =
                                    @ExampleObject(
                                            name = "MalformedRequest",
                                            ref = "#/components/examples/MalformedRequest")))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> decide(
            HttpServletRequest request,
            @RequestParam(defaultValue = "full") @Schema(allowableValues = {"none", "summary", "full"}) Explain explain,
            @RequestParam(defaultValue = "false") boolean stateless,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        byte[] body = RequestBytes.read(request, limits.body());
        Principal caller = current.get();
        IdempotentRequest idempotent =
                answers.idempotent(key, explain + " " + stateless + " " + caller.id() + "\n", body);
        return answers.created(deciding.decide(new Asked(snapshot(body), stateless, caller, idempotent)), explain);
    }

    private AccountSnapshot snapshot(byte[] body) {
        try {
            return SnapshotJson.read(body, LocalDate.now(clock));
        } catch (BadSnapshotException bad) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, String.valueOf(bad.getMessage()), bad);
        }
    }

    @Operation(summary = "A decision, as it was answered")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> decision(
            @PathVariable String id,
            @RequestParam(defaultValue = "full") @Schema(allowableValues = {"none", "summary", "full"})
                    Explain explain) {
        StoredDecision stored = store.known(id);
        DecisionRecord told = disclosure.tell(stored.bytes());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(stored.with(told, overrides.kept(told.snapshot().accountId(), stored.decidedAt()))
                        .json(explain));
    }
}
