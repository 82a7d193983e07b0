package io.barograph.service.decisions;

import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.NewObservations;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.service.models.RecordModelMissingException;
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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what was observed of a known account and decides it again. */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/accounts/{id}/observations")
class ObservationController {

    private final Deciding deciding;
    private final DecisionStore store;
    private final Answers answers;
    private final Disclosure disclosure;
    private final Limits limits;
    private final CurrentPrincipal current;
    private final Clock clock;

    ObservationController(
            Deciding deciding,
            DecisionStore store,
            Answers answers,
            Disclosure disclosure,
            Limits limits,
            CurrentPrincipal current,
            Clock clock) {
        this.deciding = deciding;
        this.store = store;
        this.answers = answers;
        this.disclosure = disclosure;
        this.limits = limits;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "Observe an account and decide it again",
            description =
                    "Takes one observation or many, keeps them, and decides the account with its attributes as they"
                            + " were last sent and everything that was observed of it. What the data contract does not"
                            + " admit is told in the decision's `issues` and counts as missing; the rest goes on. The"
                            + " answer is sent once its record is kept. A request that is sent again with the same"
                            + " `Idempotency-Key` gets the answer of the first one, with the header `Idempotent-Replay:"
                            + " true`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/NewObservations"),
                            examples =
                                    @ExampleObject(
                                            name = "NewObservations",
                                            ref = "#/components/examples/NewObservations")))
    @ApiResponse(
            responseCode = "201",
            description = "Decided again, and the record is kept",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> observe(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(defaultValue = "full") @Schema(allowableValues = {"none", "summary", "full"}) Explain explain,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        byte[] body = RequestBytes.read(request, limits.body());
        Principal caller = current.get();
        IdempotentRequest idempotent =
                answers.idempotent(key, "observations of " + id + " " + explain + " " + caller.id() + "\n", body);
        return answers.created(deciding.decide(new Asked(snapshot(id, body), false, caller, idempotent)), explain);
    }

    private AccountSnapshot snapshot(String id, byte[] body) {
        NewObservations observations;
        try {
            observations = NewObservations.read(body);
        } catch (BadSnapshotException bad) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, bad.reason(), bad);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = observations.asOf() == null ? today : observations.asOf();
        StoredDecision last = store.latest(id, asOf)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no account `" + id + "` was decided here as of " + asOf
                                + " or earlier, so its attributes are not known; `POST /api/v1/decisions`"
                                + " decides one"));
        return observations.snapshot(id, attributes(id, last), today);
    }

    private Map<String, @Nullable Object> attributes(String id, StoredDecision last) {
        try {
            return attributes(last);
        } catch (RecordModelMissingException missing) {
            throw new Problem(
                    ProblemType.ANOTHER_MODEL,
                    missing.getMessage() + ", so the attributes of account `" + id
                            + "` are not known; `POST /api/v1/decisions` decides it with attributes that are sent",
                    missing);
        }
    }

    /** As they were last sent, but for those that were erased since. */
    private Map<String, @Nullable Object> attributes(StoredDecision last) {
        return disclosure
                .open(last.bytes())
                .map(record -> record.snapshot().attributes())
                .orElseGet(() -> unsealed(last));
    }

    private Map<String, @Nullable Object> unsealed(StoredDecision last) {
        SealedRecord sealed = disclosure.sealed(last.bytes()).orElseThrow();
        Map<String, @Nullable Object> attributes =
                new LinkedHashMap<>(sealed.read().snapshot().attributes());
        attributes.keySet().removeIf(name -> sealed.seals("snapshot", "attributes", name));
        return attributes;
    }
}
