package io.barograph.engine.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** How dates read: ISO dates, and ISO date-times with an offset, which count by their UTC date. */
public final class Dates {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].{1,40}");

    /** What a message tells people to write. */
    public static final String REMEDY = "write `2026-03-01`, or a time with its offset such as `2026-03-01T09:30:00Z`";

    private Dates() {}

    /** Empty when the text is neither; years have four digits. */
    public static Optional<LocalDate> parse(String text) {
        String trimmed = text.strip();
        try {
            if (DATE.matcher(trimmed).matches()) {
                return Optional.of(LocalDate.parse(trimmed));
            }
            if (DATE_TIME.matcher(trimmed).matches()) {
                return Optional.of(OffsetDateTime.parse(trimmed)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
