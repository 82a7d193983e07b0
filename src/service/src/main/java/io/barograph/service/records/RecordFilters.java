package io.barograph.service.records;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.records.RecordQuery.Order;
import io.barograph.service.records.Term.Field;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which records a caller wants, in the caller's words; an empty text is as good as none. */
public record RecordFilters(
        @Parameter(description = "Account that was decided, or that an event is about.") @Nullable String account,

        @Parameter(description = "Id of a rule that fired, in any case; in whatever cell.", example = "ENT-SC-059")
        @Nullable String rule,

        @Parameter(
                description = "Cell of a rule that fired, in any case; together with `rule` both of the same rule.",
                example = "enterprise.xlsx!Scoring!C14")
        @Nullable String cell,

        @Parameter(description = "Digest or version of the model that decided, or was activated.") @Nullable String model,

        @Parameter(description = "Who asked for the decision, or caused the event.") @Nullable String caller,

        @Parameter(description = "Band of the overall score.", example = "red") @Nullable String band,

        @Parameter(schema = @Schema(allowableValues = {"decided", "undecided"})) @Nullable String status,

        @Parameter(description = "Segment that decided.") @Nullable String segment,

        @Parameter(schema = @Schema(allowableValues = {"decision", "event"})) @Nullable String kind,

        @Parameter(description = "What happened.", example = "key-changed") @Nullable String event,

        @Parameter(
                description = "Recorded then or later: a time, or a day (UTC), which is its start.",
                example = "2026-03-01")
        @Nullable String from,

        @Parameter(
                description =
                        "Recorded before that: a time, or a day (UTC), which is its start, so the day is no part.",
                example = "2026-03-01T12:00:00Z")
        @Nullable String to,

        @Parameter(
                description = "By the log.",
                schema =
                        @Schema(
                                allowableValues = {"newest", "oldest"},
                                defaultValue = "newest"))
        @Nullable String order) {

    /** All records, newest first. */
    public static final RecordFilters NONE =
            new RecordFilters(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @throws Problem when a value is none that the filter can have */
    RecordQuery query() {
        List<Wanted> terms = new ArrayList<>();
        add(terms, Field.KIND, oneOf("kind", kind, List.of("decision", "event")));
        add(terms, Field.EVENT, text(event));
        String ruleId = text(rule);
        String place = text(cell);
        if (ruleId != null || place != null) {
            terms.add(Wanted.fired(ruleId, place));
        }
        add(terms, Field.BAND, text(band));
        add(terms, Field.STATUS, oneOf("status", status, List.of("decided", "undecided")));
        add(terms, Field.SEGMENT, text(segment));
        add(terms, Field.CALLER, text(caller));
        add(terms, Field.MODEL, text(model));
        String wanted = oneOf("order", order, List.of("newest", "oldest"));
        return new RecordQuery(
                text(account),
                terms,
                time("from", from),
                time("to", to),
                wanted == null ? Order.NEWEST : Order.valueOf(wanted.toUpperCase(Locale.ROOT)));
    }

    private static void add(List<Wanted> terms, Field field, @Nullable String value) {
        if (value != null) {
            terms.add(Wanted.of(field, value));
        }
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable String oneOf(String name, @Nullable String value, List<String> allowed) {
        String text = text(value);
        if (text != null && !allowed.contains(text)) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`" + name + "` must be `" + String.join("` or `", allowed) + "`, but is `" + value + "`");
        }
        return text;
    }

    /** Records have times to the millisecond, and databases keep microseconds. */
    private static @Nullable Instant time(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1 || year > 9999) {
                throw new DateTimeException("out of range");
            }
            Instant whole = time.truncatedTo(ChronoUnit.MICROS);
            return whole.equals(time) ? whole : whole.plus(1, ChronoUnit.MICROS);
        } catch (DateTimeException wrong) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`" + name
                            + "` must be a day such as `2026-03-01` or a time such as `2026-03-01T12:00:00Z`, but is `"
                            + value + "`",
                    wrong);
        }
    }
}
