package io.barograph.service.records;

import io.barograph.service.paging.Page;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds records of the log. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/audit/records")
class RecordsController {

    private static final String CSV = "text/csv";
    private static final String CSV_UTF8 = CSV + ";charset=UTF-8";
    private static final int LISTS_AT_ONCE = 4;

    private static final String SUMMARY = "Records of the log, a page at a time";
    private static final String DESCRIPTION =
            "Those that pass every filter, the newest of the log first. A page may be short, even empty, and still have a `next`:"
                    + " only a `next` of null is the end. As CSV (`Accept: text/csv`, or `format=csv`) all of them are sent, or `limit`."
                    + " Records whose bytes retention took away are found by `kind`, `from` and `to` alone.";

    private final Records records;
    private final RecordSearch search;
    private final Semaphore places = new Semaphore(LISTS_AT_ONCE);

    RecordsController(Records records, RecordSearch search) {
        this.records = records;
        this.search = search;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<RecordRow> json(
            @ParameterObject RecordFilters filters,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Schema(allowableValues = {"json", "csv"}) @Nullable String format) {
        if (format != null && !format.equals("json")) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST, "`format` must be `json` or `csv`, but is `" + format + "`");
        }
        return records.page(filters, Page.checkedLimit(limit), cursor);
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = CSV_UTF8)
    void csv(
            @ParameterObject RecordFilters filters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        write(filters, limit, response);
    }

    @Operation(hidden = true)
    @GetMapping(params = "format=csv")
    void asked(
            @ParameterObject RecordFilters filters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam String format,
            HttpServletResponse response)
            throws IOException {
        write(filters, limit, response);
    }

    private void write(RecordFilters filters, @Nullable Integer limit, HttpServletResponse response)
            throws IOException {
        RecordQuery query = filters.query();
        if (limit != null && limit < 1) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "`limit` must be at least 1, but is `" + limit + "`");
        }
        if (!places.tryAcquire()) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            LISTS_AT_ONCE + " lists are being written already; send the request again later")
                    .retryAfter(5);
        }
        try {
            response.setContentType(CSV_UTF8);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-records.csv\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            write(query, limit == null ? Integer.MAX_VALUE : limit, response);
        } finally {
            places.release();
        }
    }

    private void write(RecordQuery query, int most, HttpServletResponse response) throws IOException {
        RecordCsv csv = new RecordCsv(response.getOutputStream());
        try {
            search.forEach(query, most, row -> written(row, csv));
        } catch (UncheckedIOException brokenOff) {
            throw brokenOff.getCause();
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw failure;
        }
        csv.close();
    }

    private static boolean written(RecordRow row, RecordCsv csv) {
        try {
            csv.write(row);
            return true;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }
}
