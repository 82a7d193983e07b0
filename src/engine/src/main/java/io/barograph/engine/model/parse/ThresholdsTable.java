package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;

/** Thresholds: a score and conditions → its band. */
final class ThresholdsTable {

    static final Column<String> APPLIES_TO = Column.subject("Applies to", Cells.score());
    static final Column<String> BAND = Column.result("Band", Cells.name(Scope::bands));
    static final Column<BigDecimal> FROM = Column.detail("From", Cells.points()).withNeed(Column.Need.HEADER);
    static final Column<BigDecimal> LEAVE_BELOW = Column.detail("Leave below", Cells.points());

    /** Ladders span rows, so the rows carry an empty one until {@link Ladders} has seen them all. */
    static final TableKind<Row.ThresholdRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.THRESHOLDS, TableForm.Others.CONDITIONS, List.of(APPLIES_TO, BAND, FROM, LEAVE_BELOW), BAND),
            (row, head) -> new Row.ThresholdRow(
                    head, row.need(APPLIES_TO), row.need(BAND), row.get(FROM), row.get(LEAVE_BELOW), List.of()));

    private ThresholdsTable() {}
}
