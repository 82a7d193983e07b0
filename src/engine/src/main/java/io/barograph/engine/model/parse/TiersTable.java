package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.util.List;

/** Account tiers: conditions → Tier. */
final class TiersTable {

    static final Column<String> TIER = Column.result("Tier", Cells.oneOf(Scope.TIERS));

    static final TableKind<Row.TierRow> KIND = new TableKind<>(
            TableForm.of(Table.ACCOUNT_TIERS, TableForm.Others.CONDITIONS, List.of(TIER), TIER),
            (row, head) -> new Row.TierRow(head, row.need(TIER)));

    private TiersTable() {}
}
