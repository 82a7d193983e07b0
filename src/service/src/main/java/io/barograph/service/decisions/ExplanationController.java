package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.ModelLease;
import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.PreviousDecision;
import io.barograph.engine.exchange.Background;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.Look;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Deciders;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a decision to people: as JSON, plain text or Markdown, whichever is accepted. */
@Tag(name = "Decisions")
@RestController
@RequestMapping("/api/v1/decisions/{id}/explanation")
class ExplanationController {

    private static final String SUMMARY = "Why an account was decided so, and what to do";
    private static final String DESCRIPTION =
            "With `near_misses=N` also what nearly happened: at most N indicators whose"
                    + " change alone would lift the account to a better band, and at most N rows that one condition kept from"
                    + " firing.";
    private static final String NEAR = "near_misses";
    private static final int MOST_NEAR = 100;

    private final DecisionStore store;
    private final ActiveModel model;
    private final Deciders deciders;
    private final Disclosure disclosure;

    ExplanationController(DecisionStore store, ActiveModel model, Deciders deciders, Disclosure disclosure) {
        this.store = store;
        this.model = model;
        this.deciders = deciders;
        this.disclosure = disclosure;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Explanation json(
            @PathVariable String id,
            @RequestParam(name = NEAR, required = false) @Nullable @Schema(minimum = "0", maximum = "100")
                    Integer near) {
        StoredDecision stored = store.known(id);
        DecisionRecord record = told(stored);
        return Explanation.of(
                stored.id(), record.decision(), model.now().contract(), background(stored, record, near), near != null);
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String plain(@PathVariable String id, @RequestParam(name = NEAR, required = false) @Nullable Integer near) {
        StoredDecision stored = store.known(id);
        DecisionRecord record = told(stored);
        return DecisionText.terminal(
                record.decision(), model.now().contract(), background(stored, record, near), Look.PLAIN);
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8")
    String markdown(@PathVariable String id, @RequestParam(name = NEAR, required = false) @Nullable Integer near) {
        StoredDecision stored = store.known(id);
        DecisionRecord record = told(stored);
        return DecisionText.markdown(record.decision(), model.now().contract(), background(stored, record, near));
    }

    private DecisionRecord told(StoredDecision stored) {
        return disclosure.tell(stored.bytes());
    }

    /** @param record of the decision as it is told */
    private Background background(StoredDecision stored, DecisionRecord record, @Nullable Integer near) {
        PreviousDecision previous =
                PreviousDecision.of(record.snapshot(), record.prior()).orElse(null);
        return new Background(previous, near == null ? Background.NONE.near() : nearMisses(stored, record, near));
    }

    private NearMisses nearMisses(StoredDecision stored, DecisionRecord record, int limit) {
        if (limit < 0 || limit > MOST_NEAR) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`" + NEAR + "` must be from 0 to " + MOST_NEAR + ", but is " + limit);
        }
        DecisionRecord open = disclosure
                .open(stored.bytes())
                .orElseThrow(() -> new Problem(
                        ProblemType.ERASED,
                        "near misses need the values that were decided with, but "
                                + Disclosure.message(disclosure.erasure(stored.bytes()))));
        try (ModelLease lease = deciders.lease(record.decision().model().digest())) {
            if (lease instanceof ModelLease.Granted granted) {
                NearMisses near = granted.decider().nearMisses(open.snapshot(), open.prior(), limit);
                return disclosure.allowed() ? near : withoutSensitive(near);
            }
            throw new Problem(
                    ProblemType.ANOTHER_MODEL,
                    ((ModelLease.Refused) lease).why().why()
                            + "; without its model near misses cannot be told, so leave out `" + NEAR + "`");
        }
    }

    /** Without those that would tell how far a sensitive value is from something. */
    private NearMisses withoutSensitive(NearMisses near) {
        Sealer sealer = model.now().sealer();
        return new NearMisses(
                near.lifts().stream()
                        .filter(lift -> !sealer.tells(lift.indicator()))
                        .toList(),
                near.rows().stream().filter(row -> !sealer.tells(row.name())).toList());
    }
}
