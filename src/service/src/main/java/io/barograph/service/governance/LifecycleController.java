package io.barograph.service.governance;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From draft to active, and back. */
@Tag(name = "Models")
@RestController
@RequestMapping(path = "/api/v1/models/{v}", produces = MediaType.APPLICATION_JSON_VALUE)
class LifecycleController {

    /** @param why for good in the version's history and in the log */
    record Reason(@Nullable String why) {
        String text() {
            return why == null ? "" : why.strip();
        }
    }

    /** @param share percent of the accounts; 100, or nothing, for all */
    record Activation(@Nullable String why, @Nullable Integer share) {
        String text() {
            return why == null ? "" : why.strip();
        }
    }

    /**
     * @param progress of the simulation that is running or ran last on this instance; null when none did
     * @param base digest of the model that the kept simulation compares with; null when there is none
     * @param breaches limits that the version passes, one line each
     */
    record SimulationDocument(
            SimulationRun.@Nullable Progress progress,
            @Nullable String base,
            @Nullable List<String> breaches,
            @Nullable JsonNode guardrails,
            @Nullable JsonNode report) {}

    /**
     * @param accounts that both models decided, on all instances, since the version is tried against this active model
     * @param changing accounts that get another band
     * @param notCompared accounts that were left out, because comparing could not keep up
     * @param report what this instance compared since it started to
     */
    record ComparisonDocument(int number, long accounts, long changing, long notCompared, JsonNode report) {}

    private final VersionLookup lookup;
    private final VersionMoves moves;
    private final Simulations simulations;
    private final EvidenceStore evidence;
    private final Comparing comparing;
    private final JsonMapper json;
    private final CurrentPrincipal principal;

    LifecycleController(
            VersionLookup lookup,
            VersionMoves moves,
            Simulations simulations,
            EvidenceStore evidence,
            Comparing comparing,
            JsonMapper json,
            CurrentPrincipal principal) {
        this.lookup = lookup;
        this.moves = moves;
        this.simulations = simulations;
        this.evidence = evidence;
        this.comparing = comparing;
        this.json = json;
        this.principal = principal;
    }

    @Operation(
            summary = "Simulate a version on the stored portfolio",
            description =
                    "Decides every account as its latest decision saw it, by the version and by the active model, in"
                            + " the background. `GET` tells how far it is, and what came of it.")
    @ApiResponse(responseCode = "202", description = "It is running")
    @PostMapping("/simulation")
    ResponseEntity<SimulationRun.Progress> simulate(@PathVariable String v) {
        return ResponseEntity.accepted().body(simulations.start(lookup.require(v)));
    }

    @Operation(summary = "How far a simulation is, and what came of the last one that was finished")
    @GetMapping("/simulation")
    SimulationDocument simulation(@PathVariable String v) {
        GovernedVersion version = lookup.require(v);
        SimulationRun.Progress progress = simulations.progress(version.number()).orElse(null);
        return evidence.simulation(version.number())
                .map(kept -> new SimulationDocument(
                        progress,
                        kept.base(),
                        kept.breaches(),
                        json.readTree(kept.guardrails()),
                        json.readTree(kept.report())))
                .orElseGet(() -> new SimulationDocument(progress, null, null, null, null));
    }

    @Operation(
            summary = "Submit a draft for approval",
            description = "Needs a simulation against the active model, no errors, and no guardrail passed. Fixes the"
                    + " evidence that approvals are bound to. Submitted again, it starts over: approvals given"
                    + " before are void.")
    @PostMapping("/submit")
    VersionDocument submit(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.submit(lookup.require(v), reason.text(), principal.get()));
    }

    @Operation(
            summary = "Approve a version",
            description = "Signs the digests of its evidence. No author of any of its edits may.")
    @PostMapping("/approve")
    VersionDocument approve(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.approve(lookup.require(v), reason.text(), principal.get()));
    }

    @Operation(summary = "Reject a version, for good")
    @PostMapping("/reject")
    VersionDocument reject(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.reject(lookup.require(v), reason.text(), principal.get()));
    }

    @Operation(
            summary = "Let a version decide",
            description =
                    "All accounts, or with `share` a part of them as a canary, which is taken back by itself when it"
                            + " changes the band of more accounts than guardrails allow. No request fails for it, and none"
                            + " is decided by two versions.")
    @PostMapping("/activate")
    VersionDocument activate(@PathVariable String v, @RequestBody Activation activation) {
        int share = activation.share() == null ? 100 : activation.share();
        return told(moves.activate(lookup.require(v), share, activation.text(), principal.get()));
    }

    @Operation(
            summary = "Let a version decide again that decided earlier, or take a canary back",
            description = "`{v}` is the version to go back to, or the canary.")
    @PostMapping("/rollback")
    VersionDocument rollBack(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.rollBack(lookup.require(v), reason.text(), principal.get()));
    }

    @Operation(summary = "Withdraw a version that does not decide")
    @PostMapping("/retire")
    VersionDocument retire(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.retire(lookup.require(v), reason.text(), principal.get()));
    }

    @Operation(
            summary = "Let a version decide silently beside the active one",
            description =
                    "Its decisions are compared with those that are answered, and neither kept nor told to anybody"
                            + " else.")
    @PostMapping("/shadow")
    VersionDocument shadow(@PathVariable String v, @RequestBody Reason reason) {
        return told(moves.shadow(lookup.require(v), true, reason.text(), principal.get()));
    }

    @Operation(summary = "End that")
    @DeleteMapping("/shadow")
    VersionDocument endShadow(@PathVariable String v, @RequestParam String why) {
        return told(moves.shadow(lookup.require(v), false, why.strip(), principal.get()));
    }

    @Operation(summary = "Where a version in shadow, or a canary, disagrees with the active one")
    @GetMapping("/shadow")
    ComparisonDocument comparison(@PathVariable String v) {
        GovernedVersion version = lookup.require(v);
        Comparison comparison = comparing
                .comparison(version.number())
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "version " + version.number() + " is neither in shadow nor a canary, so it is not compared"));
        ComparisonStore.Totals totals = comparison.totals();
        return new ComparisonDocument(
                version.number(),
                totals.accounts(),
                totals.changing(),
                totals.leftOut(),
                json.readTree(comparison.report()));
    }

    private VersionDocument told(GovernedVersion version) {
        return VersionDocument.of(version, lookup.activeDigest(), null);
    }
}
