package io.barograph.service.paging;

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
public record Page<T>(List<T> items, @Nullable String next) {

    public static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    public static int checkedLimit(int limit) {
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
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return upTo(items, cursor.apply(items.get(limit - 1)));
    }

    /**
     * The page of the request at hand, with more to come after it.
     *
     * @param end where it ended
     */
    public static <T> Page<T> upTo(List<T> items, Cursor end) {
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", end.text())
                .build(true)
                .toUriString();
        return new Page<>(items, next);
    }
}
