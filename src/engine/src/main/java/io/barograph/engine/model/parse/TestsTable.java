package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tests: an account of the business's own → what must come of it. */
final class TestsTable {

    static final Column<LocalDate> AS_OF = Column.condition("As of", Cells.day());

    static final TableKind<Row.TestRow> KIND =
            new TableKind<>(TableForm.of(Table.TESTS, TableForm.Others.EXAMPLES, List.of(AS_OF)), TestsTable::row);

    private TestsTable() {}

    /** What must come of the account is no condition of the row. */
    private static Row.TestRow row(TableRow row, RowHead head) {
        LocalDate asOf = row.get(AS_OF);
        Map<String, Object> attributes = new LinkedHashMap<>();
        Map<String, Object> indicators = new LinkedHashMap<>();
        Map<String, Row.PreviousScore> previous = new LinkedHashMap<>();
        for (Example example : row.table().examples()) {
            Object value = row.get(example.column());
            if (value == null) {
                continue;
            }
            if (example instanceof Example.OfField of) {
                (of.field().isIndicator() ? indicators : attributes)
                        .put(of.field().name(), value);
            } else if (example instanceof Example.OfPrevious of) {
                previous.merge(of.score(), previous(of.score(), value), TestsTable::joined);
            }
        }
        return new Row.TestRow(
                head.unconditional(),
                Objects.requireNonNullElse(asOf, Row.TestRow.DEFAULT_AS_OF),
                attributes,
                indicators,
                List.copyOf(previous.values()),
                head.clauses());
    }

    private static Row.PreviousScore previous(String score, Object value) {
        return value instanceof BigDecimal number
                ? new Row.PreviousScore(score, number, null)
                : new Row.PreviousScore(score, null, value.toString());
    }

    private static Row.PreviousScore joined(Row.PreviousScore one, Row.PreviousScore other) {
        return new Row.PreviousScore(
                one.score(),
                one.value() == null ? other.value() : one.value(),
                one.band() == null ? other.band() : one.band());
    }
}
