package io.barograph.service.outcomes;

import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes and tells what became of an account. */
@Tag(name = "Accounts")
@RestController
@RequestMapping(path = "/api/v1/accounts/{id}/outcome", produces = MediaType.APPLICATION_JSON_VALUE)
class OutcomeController {

    /** @param outcomes one a day, the latest first */
    record OutcomesDocument(String accountId, List<ToldOutcome> outcomes) {
        OutcomesDocument {
            outcomes = List.copyOf(outcomes);
        }
    }

    private final Outcomes outcomes;
    private final CurrentPrincipal current;

    OutcomeController(Outcomes outcomes, CurrentPrincipal current) {
        this.outcomes = outcomes;
        this.current = current;
    }

    @Operation(
            summary = "Tell that an account was kept or lost",
            description =
                    "`outcome` is `kept` or `lost`, `date` the day it was decided, `amount` the recurring revenue that"
                            + " was kept or lost. Told again for the same day, the last one counts; the log keeps all.")
    @ApiResponse(responseCode = "201", description = "Kept, and in the log")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ToldOutcome tell(@PathVariable String id, @RequestBody Outcomes.Telling telling) {
        return outcomes.tell(id, telling, current.get());
    }

    @Operation(summary = "What became of an account, one outcome a day, the latest first")
    @GetMapping
    OutcomesDocument outcomes(@PathVariable String id) {
        return new OutcomesDocument(id, outcomes.of(id));
    }
}
