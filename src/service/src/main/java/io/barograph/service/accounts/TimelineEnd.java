package io.barograph.service.accounts;

import io.barograph.service.paging.Cursor;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision a page of a timeline ended with. */
record TimelineEnd(LocalDate asOf, long index) {

    private static final String LIST = "timeline";
    private static final TimelineEnd OF_NO_PAGE = new TimelineEnd(Accounts.LAST, Long.MAX_VALUE);

    static TimelineEnd parse(@Nullable String text) {
        Cursor cursor = Cursor.parse(text, LIST, 2);
        if (cursor == null) {
            return OF_NO_PAGE;
        }
        try {
            return new TimelineEnd(
                    LocalDate.parse(cursor.last().get(0)),
                    Long.parseLong(cursor.last().get(1)));
        } catch (DateTimeParseException | NumberFormatException tampered) {
            throw Cursor.bad(String.valueOf(text));
        }
    }

    static Cursor cursor(TimelineRow row) {
        return new Cursor(LIST, List.of(row.asOf().toString(), Long.toString(row.index())));
    }
}
