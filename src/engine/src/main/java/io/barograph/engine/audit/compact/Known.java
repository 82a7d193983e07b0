package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a record has told so far of the values that rows show, by number of their names. */
final class Known {

    private final @Nullable Object[] values;
    private final boolean[] told;

    Known(int names) {
        this.values = new @Nullable Object[names];
        this.told = new boolean[names];
    }

    boolean has(int name) {
        return told[name];
    }

    @Nullable Object value(int name) {
        return values[name];
    }

    void put(int name, @Nullable Object value) {
        values[name] = value;
        told[name] = true;
    }

    /** Whether two values are the same in JSON. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof BigDecimal number) {
            return other instanceof BigDecimal second && number.compareTo(second) == 0;
        }
        return (one instanceof LocalDate || other instanceof LocalDate)
                ? one.toString().equals(other.toString())
                : one.equals(other);
    }
}
