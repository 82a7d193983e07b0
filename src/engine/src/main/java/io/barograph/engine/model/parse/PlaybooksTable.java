package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;

/** Playbooks: conditions → a recommendation. */
final class PlaybooksTable {

    private static final String EXPANSION = "expansion";

    static final Column<String> PLAYBOOK = Column.result("Playbook", Cells.nameInConditions());
    static final Column<String> ACTION = Column.optional("Action", Cells.text());
    static final Column<String> OWNER_ROLE = Column.optional("Owner role", Cells.text());
    static final Column<String> CHANNEL = Column.optional("Channel", Cells.name());
    static final Column<Integer> DUE = Column.optional("Due (days)", Cells.whole(0));
    static final Column<Integer> PRIORITY = Column.optional("Priority", Cells.whole(1));
    static final Column<Integer> COOL_DOWN = Column.optional("Cool-down (days)", Cells.whole(0));
    static final Column<List<String>> SUPPRESSES = Column.detail("Suppresses", Cells.list());

    static final Column<String> VALUE_FROM = Column.optional("Value from", Cells.oneOf(List.of("churn", EXPANSION)));
    static final Column<BigDecimal> SAVE_RATE = Column.optional("Expected save rate %", Cells.points());
    static final Column<BigDecimal> UPLIFT = Column.optional("Expected uplift %", Cells.percent());
    static final Column<BigDecimal> COST = Column.optional("Cost", Cells.amount());

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
                            VALUE_FROM,
                            SAVE_RATE,
                            UPLIFT,
                            COST),
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
                    new Row.Worth(isFromExpansion(row), row.get(SAVE_RATE), row.get(UPLIFT), row.get(COST))));

    private PlaybooksTable() {}

    /** Whether the row's value comes from expansion rather than from churn avoided. */
    static boolean isFromExpansion(TableRow row) {
        return EXPANSION.equals(row.get(VALUE_FROM));
    }

    private static List<String> suppressed(TableRow row) {
        List<String> names = row.get(SUPPRESSES);
        return names == null ? List.of() : names;
    }
}
