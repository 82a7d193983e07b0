package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.util.List;

/** Signals: conditions → a flag. */
final class SignalsTable {

    static final Column<String> FLAG = Column.result("Flag", Cells.nameInSets());
    static final Column<String> SEVERITY =
            Column.detail("Severity", Cells.oneOf(Scope.SEVERITIES)).withNeed(Column.Need.VALUE);

    static final TableKind<Row.SignalRow> KIND = new TableKind<>(
            TableForm.of(Table.SIGNALS, TableForm.Others.CONDITIONS, List.of(FLAG, SEVERITY), FLAG),
            (row, head) -> new Row.SignalRow(head, row.need(FLAG), row.need(SEVERITY)));

    private SignalsTable() {}
}
