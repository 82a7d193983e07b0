package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.util.List;

/** Cohorts: conditions → cohort, first match. */
final class CohortsTable {

    static final Column<String> COHORT = Column.result("Cohort", Cells.nameInConditions());

    static final TableKind<Row.CohortRow> KIND = new TableKind<>(
            TableForm.of(Table.COHORTS, TableForm.Others.CONDITIONS, List.of(COHORT), COHORT),
            (row, head) -> new Row.CohortRow(head, row.need(COHORT)));

    private CohortsTable() {}
}
