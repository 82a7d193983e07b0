package io.barograph.service.paging;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, so that the next one goes on there whatever was added in between. Callers pass it on as they got
 * it.
 *
 * @param list which list, in which order
 * @param last sort keys of the last entry of the page; an empty text stands for a missing value
 */
public record Cursor(String list, List<String> last) {

    private static final char SEPARATOR = '\u001F';

    public Cursor {
        last = List.copyOf(last);
    }

    public String text() {
        String joined = list + SEPARATOR + String.join(String.valueOf(SEPARATOR), last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param keys how many sort keys the list has
     * @return null for the first page
     */
    public static @Nullable Cursor parse(@Nullable String text, String list, int keys) {
        if (text == null) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (joined.indexOf('\0') >= 0) {
                throw bad(text);
            }
            List<String> parts = List.of(joined.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() == keys + 1 && parts.get(0).equals(list)) {
                return new Cursor(list, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw bad(text);
        }
        throw bad(text);
    }

    /**
     * The index of a record of the log that a page ended with, of a list in descending order; beyond all for the first page.
     *
     * @param list as {@link #parse} takes it
     */
    public static long beforeIndex(@Nullable String text, String list) {
        Cursor cursor = parse(text, list, 1);
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.last.get(0));
        } catch (NumberFormatException tampered) {
            throw bad(String.valueOf(text));
        }
    }

    /** Where a page of such a list ended. */
    public static Cursor atIndex(String list, long index) {
        return new Cursor(list, List.of(Long.toString(index)));
    }

    public static Problem bad(String text) {
        return new Problem(
                ProblemType.MALFORMED_REQUEST,
                "`cursor` must come from the `next` link of a page of the same list, but is `" + text + "`");
    }
}
