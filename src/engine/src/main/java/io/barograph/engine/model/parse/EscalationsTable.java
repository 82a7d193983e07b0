package io.barograph.engine.model.parse;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Escalations: a score's band, how long it lasts, and conditions → somebody to tell. */
final class EscalationsTable {

    static final Column<String> APPLIES_TO =
            new Column<>("Applies to", Column.Need.NOTHING, Column.Part.SUBJECT, Cells.score());
    static final Column<Condition> BAND = new Column<>(
                    "Band", Column.Need.NOTHING, Column.Part.SUBJECT, EscalationsTable::band)
            .exceptFor(ConditionParser::isAny);
    static final Column<Integer> FOR_AT_LEAST = Column.condition("For at least (days)", Cells.whole(0))
            .alsoCalled("For at least", "For at least (days in that score's band)");
    static final Column<String> ESCALATE_TO = Column.result("Escalate to", Cells.name());
    static final Column<String> ACTION = Column.optional("Action", Cells.text());
    static final Column<Integer> DUE = Column.optional("Due (days)", Cells.whole(0));

    static final TableKind<Row.EscalationRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.ESCALATIONS,
                    TableForm.Others.CONDITIONS,
                    List.of(APPLIES_TO, BAND, FOR_AT_LEAST, ESCALATE_TO, ACTION, DUE),
                    ESCALATE_TO),
            EscalationsTable::row);

    private EscalationsTable() {}

    /** The score whose band counts. */
    static String score(TableRow row) {
        String score = row.get(APPLIES_TO);
        return score == null ? Scope.OVERALL : score;
    }

    private static @Nullable Condition band(Cell cell, Place place, TableRow row) {
        return ConditionParser.parse(cell, row.scope().bandDomain(), place);
    }

    private static Row.EscalationRow row(TableRow row, RowHead head) {
        return new Row.EscalationRow(
                head,
                score(row),
                row.get(BAND),
                row.get(FOR_AT_LEAST),
                row.need(ESCALATE_TO),
                row.get(ACTION),
                row.get(DUE));
    }
}
