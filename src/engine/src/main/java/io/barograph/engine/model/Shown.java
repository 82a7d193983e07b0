package io.barograph.engine.model;

import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How values read in sentences: at most two decimals, yes and no, {@code unknown} when missing. */
public final class Shown {

    private Shown() {}

    public static String value(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof BigDecimal number) {
            return Numbers.display(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof SetValue set) {
            return set.shown().isEmpty() ? "none" : String.join(", ", set.shown());
        }
        return value.toString();
    }
}
