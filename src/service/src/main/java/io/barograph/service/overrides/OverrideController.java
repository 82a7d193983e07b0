package io.barograph.service.overrides;

import io.barograph.service.overrides.OverrideStore.Which;
import io.barograph.service.paging.Cursor;
import io.barograph.service.paging.Page;
import io.barograph.service.problems.Texts;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Floors, caps and fixed bands over what is computed. */
@Tag(name = "Overrides")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class OverrideController {

    private static final String STATE =
            "`current` (the default): in force, to come, or waiting; `waiting`: a second person"
                    + " has to agree; `past`: expired or withdrawn; `all`. The latest made first.";

    /** @param why for the log and whoever looks at the account; it can be erased with what is sensitive about the account */
    record Reason(@Nullable String why) {}

    private final Overrides overrides;
    private final OverrideList list;
    private final CurrentPrincipal current;

    OverrideController(Overrides overrides, OverrideList list, CurrentPrincipal current) {
        this.overrides = overrides;
        this.list = list;
        this.current = current;
    }

    @Operation(
            summary = "Override a band of an account",
            description = "A floor, a cap or a fixed band, for some days. The computed score stays what it is; both are"
                    + " shown. Decision rights say who may, for how long, and how far; what goes further is refused, or"
                    + " waits for a second person. It never moves the account further than that, whatever is computed"
                    + " later. All that stands in the way is said at once.")
    @ApiResponse(responseCode = "201", description = "Made, and in the log")
    @PostMapping(path = "/accounts/{id}/overrides", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OverrideDocument> make(@PathVariable String id, @RequestBody OverrideRequest request) {
        OverrideDocument made = overrides.make(id, request, current.get());
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/v1/accounts/{id}/overrides")
                        .encode()
                        .buildAndExpand(id)
                        .toUri())
                .body(made);
    }

    @Operation(
            summary = "Agree to an override that goes further than one person may",
            description = "By a second person.")
    @PostMapping(path = "/accounts/{id}/overrides/{override}/agreement", consumes = MediaType.APPLICATION_JSON_VALUE)
    OverrideDocument agree(@PathVariable String id, @PathVariable String override, @RequestBody Reason reason) {
        return overrides.agree(id, override, reason.why(), current.get());
    }

    @Operation(summary = "Withdraw an override", description = "It ends at once, and stays in the account's history.")
    @DeleteMapping("/accounts/{id}/overrides/{override}")
    OverrideDocument withdraw(
            @PathVariable String id,
            @PathVariable String override,
            @RequestParam(required = false) @Nullable String why) {
        return overrides.withdraw(id, override, why, current.get());
    }

    @Operation(summary = "Overrides of an account", description = STATE)
    @GetMapping("/accounts/{id}/overrides")
    Page<OverrideDocument> ofAccount(
            @PathVariable String id,
            @RequestParam(defaultValue = "current") @Schema(allowableValues = {"current", "waiting", "past", "all"})
                    String state,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(id, null, state, limit, cursor);
    }

    @Operation(summary = "Overrides of all accounts", description = STATE)
    @GetMapping("/overrides")
    Page<OverrideDocument> all(
            @RequestParam(defaultValue = "current") @Schema(allowableValues = {"current", "waiting", "past", "all"})
                    String state,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(null, segment, state, limit, cursor);
    }

    private Page<OverrideDocument> page(
            @Nullable String account, @Nullable String segment, String state, int limit, @Nullable String cursor) {
        int most = Page.checkedLimit(limit);
        OverrideList.Query query = new OverrideList.Query(
                account, segment, which(state), account == null ? current.get().segments() : null);
        List<OverrideList.Item> found = list.after(query, Cursor.beforeIndex(cursor, query.name()), most + 1);
        Page<OverrideList.Item> page = Page.of(found, most, item -> item.cursor(query));
        return new Page<>(page.items().stream().map(OverrideList.Item::told).toList(), page.next());
    }

    private static Which which(String state) {
        return Arrays.stream(Which.values())
                .filter(which -> which.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .orElseThrow(() -> Texts.unknown(
                        "`state`",
                        state,
                        Arrays.stream(Which.values())
                                .map(which -> which.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
