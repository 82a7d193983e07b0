package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The indicators that a table's rows name, and those that its unreadable cells most likely mean. */
final class MeantIndicators {

    private MeantIndicators() {}

    static Set<Field> named(List<TableRow> rows, Column<Field> column) {
        Set<Field> fields = new HashSet<>();
        for (TableRow row : rows) {
            Field field = row.get(column);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Of mistyped cells, so that one mistake is not told again as a missing row. */
    static Set<Field> guessed(List<TableRow> rows, Column<Field> column) {
        Set<Field> fields = new HashSet<>();
        for (TableRow row : rows) {
            if (row.isFaulty(column) && row.hasCell(column)) {
                Names.closest(row.text(column), row.scope().indicatorLabels())
                        .map(row.scope().vocabulary()::field)
                        .ifPresent(fields::add);
            }
        }
        return fields;
    }
}
