package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.List;

/** Overall: what each dimension weighs in the overall score. */
final class OverallTable {

    static final Column<String> DIMENSION = Column.subject("Dimension", (cell, place, row) -> {
        if (Names.same(cell.text(), Scope.OVERALL)) {
            place.error(IssueCode.BAD_CELL, "a dimension cannot be called `Overall`", "give it another name");
            return null;
        }
        return Names.clean(cell.text());
    });
    static final Column<BigDecimal> WEIGHT = Column.result("Weight in overall", Cells.points());

    static final TableKind<Row.DimensionRow> KIND = new TableKind<>(
            TableForm.of(Table.OVERALL, TableForm.Others.NONE, List.of(DIMENSION, WEIGHT), WEIGHT),
            (row, head) -> new Row.DimensionRow(head, row.need(DIMENSION), row.need(WEIGHT)));

    private OverallTable() {}
}
