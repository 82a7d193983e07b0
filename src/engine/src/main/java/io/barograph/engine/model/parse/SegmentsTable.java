package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.util.List;

/** Segments: conditions → Segment. */
final class SegmentsTable {

    static final Column<String> SEGMENT = Column.result("Segment", Cells.name(Scope::segments));

    static final TableKind<Row.SegmentRow> KIND = new TableKind<>(
            TableForm.of(Table.SEGMENTS, TableForm.Others.CONDITIONS, List.of(SEGMENT), SEGMENT),
            (row, head) -> new Row.SegmentRow(head, row.need(SEGMENT)));

    private SegmentsTable() {}
}
