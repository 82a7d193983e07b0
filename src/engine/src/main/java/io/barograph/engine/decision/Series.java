package io.barograph.engine.decision;

import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Dated entries of one thing of an account's past, newest first, one a date: of two of the same date the earlier in the list stays. */
final class Series {

    private final String name;
    private final String key;
    private int[] days = new int[4];
    private @Nullable BigDecimal[] values = new @Nullable BigDecimal[4];
    private @Nullable String[] bands = new @Nullable String[4];
    private int size;

    Series(String name) {
        this.name = name;
        this.key = Names.fold(name);
    }

    /** Folded name. */
    String key() {
        return key;
    }

    /** As it was written first. */
    String name() {
        return name;
    }

    void add(int day, @Nullable BigDecimal value, @Nullable String band) {
        int at = size > 0 && day > days[0] ? 0 : size;
        while (at > 0 && days[at - 1] <= day) {
            if (days[at - 1] == day) {
                return;
            }
            at--;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            bands = Arrays.copyOf(bands, 2 * size);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(bands, at, bands, at + 1, size - at);
        days[at] = day;
        values[at] = value;
        bands[at] = band;
        size++;
    }

    int size() {
        return size;
    }

    /** The first entry before a day; {@link #size} when there is none. */
    int before(int day) {
        int at = 0;
        while (at < size && days[at] >= day) {
            at++;
        }
        return at;
    }

    int day(int i) {
        return days[i];
    }

    @Nullable BigDecimal value(int i) {
        return values[i];
    }

    @Nullable String band(int i) {
        return bands[i];
    }
}
