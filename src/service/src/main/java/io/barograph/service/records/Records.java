package io.barograph.service.records;

import io.barograph.service.paging.Cursor;
import io.barograph.service.paging.Page;
import io.barograph.service.records.RecordQuery.Order;
import io.barograph.service.records.RecordSearch.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of records, as callers ask for them. */
@Component
public class Records {

    private final RecordSearch search;

    Records(RecordSearch search) {
        this.search = search;
    }

    /**
     * A page of the request at hand. It may hold fewer records than fit and still be followed by another one.
     *
     * @param cursor as the page before gave it; null for the first page
     * @throws io.barograph.service.problems.Problem when a filter or the cursor is none
     */
    public Page<RecordRow> page(RecordFilters filters, int limit, @Nullable String cursor) {
        RecordQuery query = filters.query();
        Order order = query.order();
        Found found = search.page(query, leaf(cursor, order), limit + 1);
        if (found.rows().size() <= limit && found.reached() != null) {
            return Page.upTo(found.rows(), end(order, found.reached()));
        }
        return Page.of(found.rows(), limit, row -> end(order, row.index()));
    }

    private static Cursor end(Order order, long leaf) {
        return new Cursor(order.list(), List.of(Long.toString(leaf)));
    }

    private static @Nullable Long leaf(@Nullable String cursor, Order order) {
        Cursor end = Cursor.parse(cursor, order.list(), 1);
        try {
            return end == null ? null : Long.valueOf(end.last().get(0));
        } catch (NumberFormatException tampered) {
            throw Cursor.bad(String.valueOf(cursor));
        }
    }
}
