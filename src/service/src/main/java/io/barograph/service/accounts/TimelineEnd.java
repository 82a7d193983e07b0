package io.barograph.service.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision a page of a timeline ended with. */
record TimelineEnd(LocalDate asOf, UUID decisionId) {

    private static final String LIST = "timeline";
    private static final TimelineEnd OF_NO_PAGE = new TimelineEnd(Accounts.LAST, new UUID(-1, -1));

    static TimelineEnd parse(@Nullable String text) {
        Cursor cursor = Cursor.parse(text, LIST, 2);
        if (cursor == null) {
            return OF_NO_PAGE;
        }
        try {
            return new TimelineEnd(
                    LocalDate.parse(cursor.last().get(0)),
                    UUID.fromString(cursor.last().get(1)));
        } catch (DateTimeParseException | IllegalArgumentException tampered) {
            throw Cursor.bad(String.valueOf(text));
        }
    }

    static Cursor cursor(TimelineRow row) {
        return new Cursor(LIST, List.of(row.asOf().toString(), row.decisionId().toString()));
    }
}
