package io.barograph.service.accounts;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list.
 *
 * @param next address of the next part; null after the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 200;

    Page {
        items = List.copyOf(items);
    }

    static int checkedLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST, "`limit` must be from 1 to " + MOST + ", but is `" + limit + "`");
        }
        return limit;
    }

    /**
     * The page of the request at hand.
     *
     * @param found one entry more than fits, when there are more
     */
    static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor.apply(items.get(limit - 1)).text())
                .build(true)
                .toUriString();
        return new Page<>(items, next);
    }
}
