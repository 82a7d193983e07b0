package io.barograph.service.feedback;

import io.barograph.service.feedback.FeedbackStore.Query;
import io.barograph.service.feedback.FeedbackStore.Row;
import io.barograph.service.paging.Cursor;
import io.barograph.service.paging.Page;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disagreement with decisions, for those who look after the model. */
@Tag(name = "Feedback")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class FeedbackController {

    private static final String LIST = "feedback";

    /** @param answer to whoever left it; it can be erased with what is sensitive about the account */
    record Answer(@Nullable String answer) {}

    private final Feedbacks feedbacks;
    private final CurrentPrincipal current;

    FeedbackController(Feedbacks feedbacks, CurrentPrincipal current) {
        this.feedbacks = feedbacks;
        this.current = current;
    }

    @Operation(
            summary = "Say what is wrong with a decision",
            description = "`kind` is `score-looks-wrong`, `explanation-unclear`, `data-wrong` or `other`. It changes no"
                    + " decision; authors and approvers of the model read it.")
    @ApiResponse(responseCode = "201", description = "Kept, and in the log")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/decisions/{id}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    Feedback leave(@PathVariable String id, @RequestBody Feedbacks.Message message) {
        return feedbacks.leave(id, message, current.get());
    }

    @Operation(summary = "What people say about decisions, the latest first")
    @GetMapping("/feedback")
    Page<Feedback> list(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.checkedLimit(limit);
        Query query = new Query(
                null,
                open,
                feedbacks.indicator(indicator),
                segment,
                current.get().segments());
        List<Row> found = feedbacks.list(query, Cursor.beforeIndex(cursor, LIST), most + 1);
        Page<Row> page = Page.of(found, most, row -> Cursor.atIndex(LIST, row.index()));
        return new Page<>(feedbacks.told(page.items()), page.next());
    }

    @Operation(summary = "Answer feedback, which closes it")
    @PostMapping(path = "/feedback/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    Feedback answer(@PathVariable String id, @RequestBody Answer answer) {
        return feedbacks.answer(id, answer.answer(), current.get());
    }
}
