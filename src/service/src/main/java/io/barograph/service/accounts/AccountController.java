package io.barograph.service.accounts;

import io.barograph.service.paging.Cursor;
import io.barograph.service.paging.Page;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts as their latest decisions show them, and how they got there. */
@Tag(name = "Accounts")
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

    private final Accounts accounts;
    private final AccountDocuments documents;
    private final CurrentPrincipal current;

    AccountController(Accounts accounts, AccountDocuments documents, CurrentPrincipal current) {
        this.accounts = accounts;
        this.documents = documents;
        this.current = current;
    }

    @Operation(
            summary = "Accounts, a page at a time",
            description =
                    "`q` is a part of the account id. `next` is the address of the next page, null after the last.")
    @GetMapping
    Page<AccountRow> list(
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "account_id") @Schema(allowableValues = {"account_id", "overall"})
                    AccountQuery.Sort sort,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.checkedLimit(limit);
        AccountQuery query =
                new AccountQuery(segment, band, flag, q, sort, current.get().segments());
        Cursor after = Cursor.parse(cursor, sort.list(), sort.keys());
        return Page.of(accounts.list(query, after, most + 1), most, query::cursor);
    }

    @Operation(summary = "What is known of an account")
    @GetMapping("/{id}")
    AccountDocument account(@PathVariable String id) {
        return accounts.find(id).map(documents::of).orElseThrow(unknown(id));
    }

    @Operation(summary = "Decisions about an account, the latest as-of date first")
    @GetMapping("/{id}/timeline")
    Page<TimelineRow> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.checkedLimit(limit);
        if (accounts.find(id).isEmpty()) {
            throw unknown(id).get();
        }
        TimelineEnd end = TimelineEnd.parse(cursor);
        return Page.of(accounts.timeline(id, from, to, end, most + 1), most, TimelineEnd::cursor);
    }

    private static Supplier<Problem> unknown(String id) {
        return () -> new Problem(
                ProblemType.NOT_FOUND,
                "no account `" + id + "` was decided here yet; `POST /api/v1/decisions` decides one");
    }
}
