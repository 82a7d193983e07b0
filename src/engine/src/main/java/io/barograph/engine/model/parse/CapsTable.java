package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;

/** Caps: conditions → bounds on a score or on its band. */
final class CapsTable {

    static final Column<String> APPLIES_TO = Column.result("Applies to", Cells.score());
    static final Column<BigDecimal> AT_MOST = Column.detail("At most", Cells.points());
    static final Column<BigDecimal> AT_LEAST = Column.detail("At least", Cells.points());
    static final Column<String> BAND_AT_MOST = Column.detail("Band at most", Cells.name(Scope::bands));

    static final TableKind<Row.CapRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.CAPS,
                    TableForm.Others.CONDITIONS,
                    List.of(APPLIES_TO, AT_MOST, AT_LEAST, BAND_AT_MOST),
                    AT_MOST,
                    AT_LEAST,
                    BAND_AT_MOST),
            (row, head) -> new Row.CapRow(
                    head, row.need(APPLIES_TO), row.get(AT_MOST), row.get(AT_LEAST), row.get(BAND_AT_MOST)));

    private CapsTable() {}
}
