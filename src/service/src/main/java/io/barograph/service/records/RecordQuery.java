package io.barograph.service.records;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which records to find, and in which order.
 *
 * @param account null for any
 * @param terms all of these
 * @param from of their time, inclusive; null for no bound
 * @param to of their time, exclusive; null for no bound
 */
record RecordQuery(
        @Nullable String account,
        List<Wanted> terms,
        @Nullable Instant from,
        @Nullable Instant to,
        Order order) {

    /** By the log, not the clock. */
    enum Order {
        NEWEST,
        OLDEST;

        String list() {
            return "records, " + name().toLowerCase(Locale.ROOT) + " first";
        }
    }

    RecordQuery {
        terms = List.copyOf(terms);
    }

    boolean timed() {
        return from != null || to != null;
    }

    /** Whether it asks for something that is gone with the bytes of a record. */
    boolean asksForContent() {
        return account != null || terms.stream().anyMatch(wanted -> wanted.field() != Term.Field.KIND);
    }
}
