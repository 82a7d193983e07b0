package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;

/** Context: conditions → a factor on the weight of an indicator or of a category. */
final class ContextTable {

    static final Column<Field> INDICATOR = Column.detail("Indicator", Cells.indicator());
    static final Column<String> CATEGORY = Column.detail(
            "Category",
            (cell, place, row) -> Cells.oneOf(row.scope().categories()).read(cell, place, row));
    static final Column<BigDecimal> FACTOR =
            Column.detail("Multiply weight by", Cells.number(0, 10)).withNeed(Column.Need.VALUE);

    static final TableKind<Row.ContextRow> KIND = new TableKind<>(
            TableForm.of(Table.CONTEXT, TableForm.Others.CONDITIONS, List.of(INDICATOR, CATEGORY, FACTOR), FACTOR),
            (row, head) -> new Row.ContextRow(head, row.get(INDICATOR), row.get(CATEGORY), row.need(FACTOR)));

    private ContextTable() {}
}
