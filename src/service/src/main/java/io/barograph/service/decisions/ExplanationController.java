package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.Look;
import io.barograph.service.models.ActiveModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a decision to people: as JSON, plain text or Markdown, whichever is accepted. */
@Tag(name = "Decisions")
@RestController
@RequestMapping("/api/v1/decisions/{id}/explanation")
class ExplanationController {

    private static final String SUMMARY = "Why an account was decided so, and what to do";

    private final DecisionStore store;
    private final ActiveModel model;

    ExplanationController(DecisionStore store, ActiveModel model) {
        this.store = store;
        this.model = model;
    }

    @Operation(summary = SUMMARY)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Explanation json(@PathVariable String id) {
        StoredDecision stored = store.known(id);
        return Explanation.of(stored.id(), stored.read().decision(), model.contract());
    }

    @Operation(summary = SUMMARY)
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String plain(@PathVariable String id) {
        return DecisionText.terminal(decision(id), model.contract(), Look.PLAIN);
    }

    @Operation(summary = SUMMARY)
    @GetMapping(produces = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8")
    String markdown(@PathVariable String id) {
        return DecisionText.markdown(decision(id), model.contract());
    }

    private Decision decision(String id) {
        return store.known(id).read().decision();
    }
}
