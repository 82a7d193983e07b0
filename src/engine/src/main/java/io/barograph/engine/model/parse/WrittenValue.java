package io.barograph.engine.model.parse;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** How a condition's values read in messages. */
final class WrittenValue {

    private WrittenValue() {}

    static String of(Object value) {
        if (value instanceof BigDecimal number) {
            return WrittenNumber.plain(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value.toString();
    }

    static String of(Collection<Object> values) {
        return values.stream().map(WrittenValue::of).collect(Collectors.joining(", "));
    }
}
