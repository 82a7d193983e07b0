package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Observations of an account's indicators, one a date, newest first: a chain of entries for each indicator. Entries without a usable value
 * only say that something was sent for their date. Dates are days since 1970.
 */
final class Readings {

    static final int NONE = -1;

    private final int[] newest;
    private final int[] oldest;
    private int[] next;
    private int[] days;
    private @Nullable Object[] values;
    private @Nullable BigDecimal[] shares;
    private int size;

    /** @param room for so many entries at first */
    Readings(int fields, int room) {
        this.newest = new int[fields];
        this.oldest = new int[fields];
        Arrays.fill(newest, NONE);
        this.next = new int[room];
        this.days = new int[room];
        this.values = new @Nullable Object[room];
        this.shares = new @Nullable BigDecimal[room];
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** The entry of an indicator's date, made when there is none; the newest and the oldest are found at once. */
    int entry(int field, int day) {
        int head = newest[field];
        if (head == NONE || day > days[head]) {
            int entry = added(day, head);
            newest[field] = entry;
            if (head == NONE) {
                oldest[field] = entry;
            }
            return entry;
        }
        int tail = oldest[field];
        if (day < days[tail]) {
            int entry = added(day, NONE);
            next[tail] = entry;
            oldest[field] = entry;
            return entry;
        }
        int at = head;
        while (next[at] != NONE && days[next[at]] >= day) {
            at = next[at];
        }
        if (days[at] == day) {
            return at;
        }
        int entry = added(day, next[at]);
        next[at] = entry;
        return entry;
    }

    private int added(int day, int following) {
        if (size == days.length) {
            int room = Math.max(16, 2 * size);
            next = Arrays.copyOf(next, room);
            days = Arrays.copyOf(days, room);
            values = Arrays.copyOf(values, room);
            shares = Arrays.copyOf(shares, room);
        }
        next[size] = following;
        days[size] = day;
        return size++;
    }

    /** Keeps a usable value, unless the entry has one. */
    void keep(int entry, Object value, @Nullable BigDecimal share) {
        if (values[entry] == null) {
            values[entry] = value;
            shares[entry] = share;
        }
    }

    /** The newest usable entry of an indicator no later than a day; {@link #NONE} when there is none. */
    int newest(int field, int latest) {
        return usable(newest[field], latest);
    }

    /** The next older usable entry of the same indicator; {@link #NONE} when there is none. */
    int older(int entry) {
        return usable(next[entry], Integer.MAX_VALUE);
    }

    private int usable(int entry, int latest) {
        int at = entry;
        while (at != NONE && (values[at] == null || days[at] > latest)) {
            at = next[at];
        }
        return at;
    }

    int day(int entry) {
        return days[entry];
    }

    /** Of a usable entry. */
    Object value(int entry) {
        Object value = values[entry];
        if (value == null) {
            throw new IllegalStateException("the entry has no usable value");
        }
        return value;
    }

    /** 0–1; null means 0. */
    @Nullable BigDecimal share(int entry) {
        return shares[entry];
    }
}
