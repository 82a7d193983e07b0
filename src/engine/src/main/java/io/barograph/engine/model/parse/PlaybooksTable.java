package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.util.List;

/** Playbooks: conditions → a recommendation. */
final class PlaybooksTable {

    static final Column<String> PLAYBOOK = Column.result("Playbook", Cells.name());
    static final Column<String> ACTION = Column.optional("Action", Cells.text());
    static final Column<String> OWNER_ROLE = Column.optional("Owner role", Cells.text());
    static final Column<String> CHANNEL = Column.optional("Channel", Cells.name());
    static final Column<Integer> DUE = Column.optional("Due (days)", Cells.whole(0));
    static final Column<Integer> PRIORITY = Column.optional("Priority", Cells.whole(1));
    static final Column<Integer> COOL_DOWN = Column.optional("Cool-down (days)", Cells.whole(0));
    static final Column<List<String>> SUPPRESSES = Column.detail("Suppresses", Cells.list());

    static final TableKind<Row.PlaybookRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.PLAYBOOKS,
                    TableForm.Others.CONDITIONS,
                    List.of(
                            PLAYBOOK,
                            ACTION,
                            OWNER_ROLE,
                            CHANNEL,
                            DUE,
                            PRIORITY,
                            COOL_DOWN,
                            SUPPRESSES,
                            Column.notEvaluated("Value from"),
                            Column.notEvaluated("Expected save rate %"),
                            Column.notEvaluated("Expected uplift %"),
                            Column.notEvaluated("Cost")),
                    PLAYBOOK),
            (row, head) -> new Row.PlaybookRow(
                    head,
                    row.need(PLAYBOOK),
                    row.get(ACTION),
                    row.get(OWNER_ROLE),
                    row.get(CHANNEL),
                    row.get(DUE),
                    row.get(PRIORITY),
                    row.get(COOL_DOWN),
                    suppressed(row),
                    Row.Worth.UNSTATED));

    private PlaybooksTable() {}

    private static List<String> suppressed(TableRow row) {
        List<String> names = row.get(SUPPRESSES);
        return names == null ? List.of() : names;
    }
}
